using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>x moved by lambda towards 0, and 0 where |x| is at most lambda.</summary>
internal sealed record SoftShrinkActivation : ElementwiseActivation
{
    /// <summary>How far.</summary>
    public required double Lambda { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Arguments => [("lambda", Lambda)];

    /// <inheritdoc/>
    public override string Name => "soft_shrink";

    /// <inheritdoc/>
    public override string Kernel => "SoftShrink";

    /// <inheritdoc/>
    public override bool IsShort => true;

    /// <inheritdoc/>
    public override bool IsMonotone => true;

    /// <inheritdoc/>
    public override bool IsPiecewiseLinear => true;

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => Math.Abs(x) <= Lambda ? 0 : x > 0 ? x - Lambda : x + Lambda;

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic)
    {
        string zero = arithmetic.Literal(0);
        string lambda = arithmetic.Literal(Lambda);
        string moved = arithmetic.Select(x, ">", zero, $"{x} - {lambda}", $"{x} + {lambda}");
        return arithmetic.Select(arithmetic.Abs(x), "<=", lambda, zero, moved);
    }

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands)
    {
        FunctionWriter arithmetic = operands.Arithmetic;
        string zero = arithmetic.Literal(0);
        return arithmetic.Select(arithmetic.Abs(operands.X), "<=", arithmetic.Literal(Lambda), zero, operands.Delta);
    }

    /// <inheritdoc/>
    protected override ActivationFunction Rounded(Rounding rounding) => this with { Lambda = rounding.Of(Lambda) };
}
