namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>ln(1/(1 + e^-x)), the logarithm of the logistic function, without overflow.</summary>
internal sealed record LogSigmoidActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "log_sigmoid";

    /// <inheritdoc/>
    public override string Kernel => "LogSigmoid";

    /// <inheritdoc/>
    public override bool IsMonotone => true;

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => -ReferenceMath.Softplus(-x);

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic)
    {
        return "-" + arithmetic.Softplus("-" + x);
    }

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands)
    {
        return $"{operands.Delta} / ({operands.Number(1)} + {operands.Arithmetic.Exp(operands.X)})";
    }
}
