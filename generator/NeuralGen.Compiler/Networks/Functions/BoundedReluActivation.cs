using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>negative_slope·(x - threshold) below a threshold, and at most max_value: relu with the arguments that Keras gives it.</summary>
internal sealed record BoundedReluActivation : ElementwiseActivation
{
    /// <summary>The largest value; ∞ when there is none.</summary>
    public required double MaxValue { get; init; }

    /// <summary>The slope below the threshold.</summary>
    public required double NegativeSlope { get; init; }

    /// <summary>Up to where x counts as negative.</summary>
    public required double Threshold { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Arguments => [("max_value", MaxValue), ("negative_slope", NegativeSlope), ("threshold", Threshold)];

    /// <inheritdoc/>
    public override string Name => "relu";

    /// <inheritdoc/>
    public override string Kernel => "BoundedRelu";

    /// <inheritdoc/>
    public override bool IsRectifier => true;

    /// <inheritdoc/>
    public override bool IsShort => true;

    /// <inheritdoc/>
    public override bool IsMonotone => NegativeSlope >= 0 && Threshold <= 0 && Threshold >= 0;

    /// <inheritdoc/>
    public override bool IsPiecewiseLinear => true;

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x < Threshold ? NegativeSlope == 0 ? 0 : NegativeSlope * (x - Threshold) : x > MaxValue ? MaxValue : x;

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic)
    {
        string threshold = arithmetic.Literal(Threshold);
        string below = NegativeSlope == 0 ? arithmetic.Literal(0) : $"{arithmetic.Literal(NegativeSlope)} * {Difference(x, threshold)}";
        string above = double.IsInfinity(MaxValue) ? x : arithmetic.Select(x, ">", arithmetic.Literal(MaxValue), arithmetic.Literal(MaxValue), x);
        return arithmetic.Select(x, "<", threshold, below, above);
    }

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands)
    {
        FunctionWriter arithmetic = operands.Arithmetic;
        string below = NegativeSlope == 0 ? arithmetic.Literal(0) : $"{arithmetic.Literal(NegativeSlope)} * {operands.Delta}";
        string above = double.IsInfinity(MaxValue) ? operands.Delta : arithmetic.Select(operands.X, "<", arithmetic.Literal(MaxValue), operands.Delta, arithmetic.Literal(0));
        return arithmetic.Select(operands.X, "<=", arithmetic.Literal(Threshold), below, above);
    }

    private string Difference(string x, string threshold) => Threshold == 0 ? x : $"({x} - {threshold})".Replace("- -", "+ ");

    /// <inheritdoc/>
    protected override ActivationFunction Rounded(Rounding rounding) => this with { MaxValue = rounding.Of(MaxValue), NegativeSlope = rounding.Of(NegativeSlope), Threshold = rounding.Of(Threshold) };
}
