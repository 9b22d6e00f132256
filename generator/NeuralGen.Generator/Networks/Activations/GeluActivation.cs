using NeuralGen.Generator.Emission;

namespace NeuralGen.Generator.Networks;

/// <summary>x/2·(1 + erf(x/√2)) (Hendrycks and Gimpel 2016).</summary>
internal sealed record GeluActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "gelu";

    private const double HalfRoot = 0.70710678118654752;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x / 2 * (1 + ReferenceMath.Erf(x / Math.Sqrt(2)));

    /// <inheritdoc/>
    public override string Expression(string x, string slope, Arithmetic arithmetic) =>
        $"{arithmetic.Literal(0.5)} * {x} * ({arithmetic.Literal(1)} + {arithmetic.Erf($"{x} * {arithmetic.Literal(HalfRoot)}")})";
}
