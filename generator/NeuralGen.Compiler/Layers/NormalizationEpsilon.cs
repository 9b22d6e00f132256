namespace NeuralGen.Compiler.Layers;

/// <summary>Reads what a normalisation adds under its root, which must not be zero: all values of a group may be the same.</summary>
internal static class NormalizationEpsilon
{
    /// <summary>The number; null after a problem.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="absent">What to take when it was left out.</param>
    public static double? Bind(LayerBinding layer, double absent) => layer.Number(
        "epsilon",
        absent,
        value => layer.Round(value) > 0 && !double.IsInfinity(layer.Round(value)),
        "more than 0 and finite" + layer.PrecisionWords);
}
