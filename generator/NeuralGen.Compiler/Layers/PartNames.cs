using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.Compiler.Layers;

/// <summary>Reads the names of the several tensors that a layer computes.</summary>
internal static class PartNames
{
    /// <summary>The names; null after a problem.</summary>
    public static string[]? Bind(LayerBinding layer)
    {
        if (layer.Find("outputs") is not DeclaredNames { Values: { Count: > 0 } names })
        {
            if (layer.Find("outputs") is null or DeclaredNames)
            {
                layer.Report(WeightRules.MissingValues, layer.Place, layer.Name, layer.Type, layer.Spell("outputs"));
            }

            return null;
        }

        for (int i = 0; i < names.Count; i++)
        {
            Place place = layer.Place.Key("outputs").At(i);
            if (names[i].Length == 0)
            {
                layer.Report(DeclarationRules.NameUnusable, place, $"Output {i} of layer '{layer.Name}'", "has an empty name");
            }
            else if (layer.IsTaken(names[i]) || names.Take(i).Contains(names[i]))
            {
                layer.Report(WeightRules.DuplicateName, place, names[i], names[i] == "input" ? "the input" : "another layer");
            }
        }

        return [.. names];
    }
}
