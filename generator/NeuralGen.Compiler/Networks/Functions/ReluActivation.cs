namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>0 if x is less than 0, else x, so that NaN stays NaN.</summary>
internal sealed record ReluActivation : RectifierFunction
{
    /// <inheritdoc/>
    public override string Name => "relu";

    /// <inheritdoc/>
    public override bool IsZeroBelow => true;

    /// <inheritdoc/>
    public override double SlopeBelow(int index) => 0;

    /// <inheritdoc/>
    public override string Kernel => "Relu";

    /// <inheritdoc/>
    public override double? NeverFiresUpTo => 0;

    /// <inheritdoc/>
    public override bool IsMonotone => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x < 0 ? 0 : x;

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic) =>
        arithmetic.Relu(x);

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands) =>
        operands.Arithmetic.Select(operands.Y, "<=", operands.Number(0), operands.Number(0), operands.Delta);
}
