using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>ln(1 + e^(beta·x))/beta, and x itself where beta·x is above a threshold: softplus with the arguments that PyTorch gives it.</summary>
internal sealed record ScaledSoftplusActivation : ElementwiseActivation
{
    /// <summary>How sharp the bend is.</summary>
    public required double Beta { get; init; }

    /// <summary>From where on x itself is near enough; ∞ for nowhere.</summary>
    public required double Threshold { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Arguments => [("beta", Beta), ("threshold", Threshold)];

    /// <inheritdoc/>
    public override string Name => "softplus";

    /// <inheritdoc/>
    public override string Kernel => "ScaledSoftplus";

    /// <inheritdoc/>
    public override bool IsMonotone => double.IsInfinity(Threshold);

    /// <inheritdoc/>
    public override Interval[] Bounds(Interval[] inputs)
    {
        // Where the values begin to be x itself, they fall from a little more than that.
        double corner = Threshold / Beta;
        return [.. inputs.Select((input, i) => Beta * input.Low <= Threshold && Beta * input.High > Threshold
            ? new Interval(Math.Min(Value(input.Low, i), corner), Math.Max(Value(input.High, i), ReferenceMath.Softplus(Threshold) / Beta))
            : new Interval(Value(input.Low, i), Value(input.High, i)))];
    }

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => Beta * x > Threshold ? x : ReferenceMath.Softplus(Beta * x) / Beta;

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic)
    {
        string beta = arithmetic.Literal(Beta);
        string value = Beta == 1 ? arithmetic.Softplus(x) : $"{arithmetic.Softplus($"{beta} * {x}")} / {beta}";
        return double.IsInfinity(Threshold) ? value : arithmetic.Select($"{beta} * {x}", ">", arithmetic.Literal(Threshold), x, value);
    }

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands)
    {
        FunctionWriter arithmetic = operands.Arithmetic;
        string beta = arithmetic.Literal(Beta);
        string value = $"{operands.Delta} / ({arithmetic.Literal(1)} + {arithmetic.Exp($"-{beta} * {operands.X}")})";
        return double.IsInfinity(Threshold) ? value : arithmetic.Select($"{beta} * {operands.X}", ">", arithmetic.Literal(Threshold), operands.Delta, value);
    }

    /// <inheritdoc/>
    protected override ActivationFunction Rounded(Rounding rounding) => this with { Beta = rounding.Of(Beta), Threshold = rounding.Of(Threshold) };
}
