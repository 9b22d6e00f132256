using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>alpha·x + beta within 0 and 1: hard_sigmoid with a slope and an offset of its own, as ONNX and Keras have it.</summary>
internal sealed record LinearSigmoidActivation : ElementwiseActivation
{
    /// <summary>The slope.</summary>
    public required double Alpha { get; init; }

    /// <summary>The value at 0.</summary>
    public required double Beta { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Arguments => [("alpha", Alpha), ("beta", Beta)];

    /// <inheritdoc/>
    public override string Name => "hard_sigmoid";

    /// <inheritdoc/>
    public override string Kernel => "LinearSigmoid";

    /// <inheritdoc/>
    public override bool IsShort => true;

    /// <inheritdoc/>
    public override bool IsMonotone => Alpha >= 0;

    /// <inheritdoc/>
    public override bool IsPiecewiseLinear => true;

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => false;

    /// <inheritdoc/>
    public override double Value(double x, int index) => (Alpha * x) + Beta is var line && line < 0 ? 0 : line > 1 ? 1 : line;

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic)
    {
        string zero = arithmetic.Literal(0);
        string one = arithmetic.Literal(1);
        string line = $"{arithmetic.Literal(Alpha)} * {x} + {arithmetic.Literal(Beta)}".Replace("+ -", "- ");
        return arithmetic.Select(line, "<", zero, zero, arithmetic.Select(line, ">", one, one, line));
    }

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands)
    {
        FunctionWriter arithmetic = operands.Arithmetic;
        string zero = arithmetic.Literal(0);
        string within = arithmetic.Select(operands.Y, "<", arithmetic.Literal(1), $"{arithmetic.Literal(Alpha)} * {operands.Delta}", zero);
        return arithmetic.Select(operands.Y, "<=", zero, zero, within);
    }

    /// <inheritdoc/>
    protected override ActivationFunction Rounded(Rounding rounding) => this with { Alpha = rounding.Of(Alpha), Beta = rounding.Of(Beta) };
}
