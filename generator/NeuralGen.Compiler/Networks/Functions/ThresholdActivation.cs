using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>A fixed value where x is at most a threshold, else x, so that NaN stays NaN.</summary>
internal sealed record ThresholdActivation : ElementwiseActivation
{
    /// <summary>Up to where x is replaced.</summary>
    public required double Threshold { get; init; }

    /// <summary>What replaces it.</summary>
    public required double Replacement { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Arguments => [("threshold", Threshold), ("value", Replacement)];

    /// <inheritdoc/>
    public override string Name => "threshold";

    /// <inheritdoc/>
    public override string Kernel => "Threshold";

    /// <inheritdoc/>
    public override bool IsShort => true;

    /// <inheritdoc/>
    public override bool IsMonotone => Replacement <= Threshold;

    /// <inheritdoc/>
    public override bool IsPiecewiseLinear => true;

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x <= Threshold ? Replacement : x;

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic)
    {
        return arithmetic.Select(x, "<=", arithmetic.Literal(Threshold), arithmetic.Literal(Replacement), x);
    }

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands)
    {
        FunctionWriter arithmetic = operands.Arithmetic;
        return arithmetic.Select(operands.X, "<=", arithmetic.Literal(Threshold), arithmetic.Literal(0), operands.Delta);
    }

    /// <inheritdoc/>
    protected override ActivationFunction Rounded(Rounding rounding) => this with { Threshold = rounding.Of(Threshold), Replacement = rounding.Of(Replacement) };
}
