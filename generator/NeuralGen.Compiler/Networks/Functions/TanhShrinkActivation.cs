using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>x - tanh(x).</summary>
internal sealed record TanhShrinkActivation : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "tanh_shrink";

    /// <inheritdoc/>
    public override string Kernel => "TanhShrink";

    /// <inheritdoc/>
    public override bool IsMonotone => true;

    /// <inheritdoc/>
    public override bool DerivativeNeedsInput => true;

    /// <inheritdoc/>
    public override double Value(double x, int index) => x - Math.Tanh(x);

    /// <inheritdoc/>
    public override string Expression(string x, string slope, FunctionWriter arithmetic)
    {
        return $"{x} - {arithmetic.Tanh(x)}";
    }

    /// <inheritdoc/>
    public override string Backward(BackwardOperands operands)
    {
        string tanh = operands.Local("tanh", operands.Arithmetic.Tanh(operands.X));
        return $"{tanh} * {tanh} * {operands.Delta}";
    }

    /// <inheritdoc/>
    public override double[] Evaluate(double[] input, Rounding rounding) => Array.ConvertAll(input, x => rounding.Of(x - rounding.Of(Math.Tanh(x))));
}
