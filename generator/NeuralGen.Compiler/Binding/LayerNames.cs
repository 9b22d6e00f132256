using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Layers;

namespace NeuralGen.Compiler.Binding;

/// <summary>Gives the layers that were declared without a name one, for messages, remarks and local variables.</summary>
internal static class LayerNames
{
    /// <summary>The name of the network's input, which a layer may read.</summary>
    public const string Input = GraphBuilder.SingleInput;

    private const string Output = "output";

    private const string Hidden = "hidden";

    /// <summary>The names of all layers in order: the declared ones, and for the others hidden layers by number and the output.</summary>
    public static string[] Assign(IReadOnlyList<LayerDeclaration> layers)
    {
        HashSet<string> taken = new(layers.Select(layer => layer.Name).OfType<string>(), StringComparer.Ordinal) { Input };
        taken.UnionWith(layers.Select(layer => layer.Find("outputs")).OfType<DeclaredNames>().SelectMany(parts => parts.Values));
        string[] roots = [.. layers.Select((layer, index) => layer.Name ?? Root(layers, index))];
        string[] names = new string[layers.Count];
        for (int i = 0; i < names.Length; i++)
        {
            bool alone = roots.Count(root => root == roots[i]) == 1;
            names[i] = layers[i].Name ?? (alone && taken.Add(roots[i]) ? roots[i] : Numbered(roots[i], taken));
        }

        return names;
    }

    private static string Root(IReadOnlyList<LayerDeclaration> layers, int index)
    {
        if (layers[index].Type != "dense")
        {
            return layers[index].Type ?? "layer";
        }

        bool isLast = layers.Skip(index + 1).All(layer => layer.Type == "activation");
        return isLast ? Output : Hidden;
    }

    private static string Numbered(string root, HashSet<string> taken)
    {
        int number = 0;
        while (!taken.Add($"{root}_{number}"))
        {
            number++;
        }

        return $"{root}_{number}";
    }
}
