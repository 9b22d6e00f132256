using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.Compiler.Layers.Spatial;

/// <summary>Reads how many units a convolution has.</summary>
internal static class UnitCount
{
    /// <summary>The number of units; null after a problem.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="declared">What the shape of the weights says; null when they say no shape.</param>
    public static int? Bind(LayerBinding layer, int? declared)
    {
        int? units = layer.Find("units") switch
        {
            DeclaredNumber { Value: var value } => (int)value,
            null => declared,
            _ => null,
        };
        if (units <= 0)
        {
            layer.Report(ShapeRules.UnitCount, layer.Place.Key(layer.Find("units") is null ? "weights" : "units"), layer.Name, Texts.Count(units.Value, "unit"));
            return null;
        }

        if (units is null && layer.Find("units") is null && layer.Find("weights") is null or DeclaredNumbers)
        {
            layer.Report(WeightRules.MissingValues, layer.Place, layer.Name, layer.Type, layer.Spell("units"));
        }

        return units;
    }
}
