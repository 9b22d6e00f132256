using NeuralGen.Generator.Emission;

namespace NeuralGen.Generator.Networks;

/// <summary>x/2·(1 + tanh(√(2/π)·(x + 0.044715·x³))), the approximation of gelu.</summary>
internal sealed record GeluTanhActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "gelu_tanh";

    private const double Factor = 0.79788456080286536;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x / 2 * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))));

    /// <inheritdoc/>
    public override string Expression(string x, string slope, Arithmetic arithmetic) =>
        $"{arithmetic.Literal(0.5)} * {x} * ({arithmetic.Literal(1)} + {arithmetic.Tanh($"{arithmetic.Literal(Factor)} * ({x} + {arithmetic.Literal(0.044715)} * {x} * {x} * {x})")})";
}
