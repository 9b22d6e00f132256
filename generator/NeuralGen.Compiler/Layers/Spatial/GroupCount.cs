using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.Compiler.Layers.Spatial;

/// <summary>Reads into how many groups a layer divides its channels.</summary>
internal static class GroupCount
{
    /// <summary>The number of groups; null after a problem.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="channels">The number of its input's channels; null when a mistake hides it.</param>
    /// <param name="units">The number of its units; null when a mistake hides it, or it has none.</param>
    public static int? Bind(LayerBinding layer, int? channels, int? units)
    {
        int? groups = layer.Find("groups") switch
        {
            null => 1,
            DeclaredNumber { Value: var value } => (int)value,
            _ => null,
        };
        Place place = layer.Place.Key("groups");
        if (groups <= 0)
        {
            layer.Report(WeightRules.OutOfRange, place, $"'{layer.Spell("groups")}' of layer '{layer.Name}'", groups, "at least 1");
            return null;
        }

        if (channels % groups is not (null or 0))
        {
            layer.Report(ShapeRules.Groups, place, layer.Name, groups, Texts.Count(channels!.Value, "channel"), $" of its input '{layer.InputName}'");
            return null;
        }

        if (units % groups is not (null or 0))
        {
            layer.Report(ShapeRules.Groups, place, layer.Name, groups, Texts.Count(units!.Value, "unit"), "");
            return null;
        }

        return groups;
    }
}
