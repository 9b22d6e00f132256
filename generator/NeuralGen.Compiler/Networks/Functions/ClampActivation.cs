using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>x within bounds: hard_tanh with bounds of its own.</summary>
internal sealed record ClampActivation : ElementwiseActivation
{
    /// <summary>The least value.</summary>
    public required double Low { get; init; }

    /// <summary>The largest value.</summary>
    public required double High { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Arguments => [("min_val", Low), ("max_val", High)];

    /// <inheritdoc/>
    public override string Name => "hard_tanh";

    /// <inheritdoc/>
    public override string Kernel => "Clamp";

    /// <inheritdoc/>
    public override bool IsShort => true;

    /// <inheritdoc/>
    public override bool IsMonotone => true;

    /// <inheritdoc/>
    public override bool IsPiecewiseLinear => true;

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x < Low ? Low : x > High ? High : x;

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic)
    {
        string low = arithmetic.Literal(Low);
        string high = arithmetic.Literal(High);
        return arithmetic.Select(x, "<", low, low, arithmetic.Select(x, ">", high, high, x));
    }

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands)
    {
        FunctionWriter arithmetic = operands.Arithmetic;
        string zero = arithmetic.Literal(0);
        string within = arithmetic.Select(operands.X, "<", arithmetic.Literal(High), operands.Delta, zero);
        return arithmetic.Select(operands.X, "<=", arithmetic.Literal(Low), zero, within);
    }

    /// <inheritdoc/>
    protected override ActivationFunction Rounded(Rounding rounding) => this with { Low = rounding.Of(Low), High = rounding.Of(High) };
}
