using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Generator.Tests.Networks.Functions;

/// <summary>
/// amplitude·tanh(rate·x) (LeCun et al. 1998): a function that no version of the compiler has, with arguments and a derivative from
/// the value behind it.
/// </summary>
internal sealed record ScaledTanhActivation : ElementwiseActivation
{
    public required double Amplitude { get; init; }

    public required double Rate { get; init; }

    /// <inheritdoc/>
    public override string Name => "scaled_tanh";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Arguments => [("amplitude", Amplitude), ("rate", Rate)];

    /// <inheritdoc/>
    public override double Value(double x, int index) => Amplitude * Math.Tanh(Rate * x);

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        $"{arithmetic.Literal(Amplitude)} * {arithmetic.Tanh(arithmetic.Scaled(x, arithmetic.Number(Rate)))}";

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands) =>
        $"({operands.Number(Amplitude * Rate)} - {operands.Number(Rate / Amplitude)} * {operands.Y} * {operands.Y}) * {operands.Delta}";

    /// <inheritdoc/>
    protected override ActivationFunction Rounded(Rounding rounding) => this with { Amplitude = rounding.Of(Amplitude), Rate = rounding.Of(Rate) };
}
