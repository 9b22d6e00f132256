using NeuralGen.Import.Graphs;

namespace NeuralGen.Import.Writing;

/// <summary>Leaves out layers that no output needs.</summary>
internal static class UsedLayers
{
    /// <summary>The layers that are needed, in their order.</summary>
    public static IReadOnlyList<Layer> Of(IReadOnlyList<Layer> layers, IEnumerable<Port> outputs)
    {
        HashSet<string> needed = new(outputs.Select(output => output.Layer), StringComparer.Ordinal);
        List<Layer> used = [];
        for (int i = layers.Count - 1; i >= 0; i--)
        {
            Layer layer = layers[i];
            if (needed.Contains(layer.Name) || layer.Parts.Any(needed.Contains))
            {
                needed.UnionWith(layer.Inputs);
                used.Add(layer);
            }
        }

        used.Reverse();
        return used;
    }
}
