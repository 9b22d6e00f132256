namespace NeuralGen.Tests.Kernels;

public sealed class DenseKernelsDoubleTests : DenseKernelsTests<double>
{
    protected override double Tolerance => 1e-13;

    protected override void Forward(ReadOnlySpan<double> weights, ReadOnlySpan<double> bias, ReadOnlySpan<double> inputs, Span<double> outputs, int rows) =>
        DenseKernels.Forward(weights, bias, inputs, outputs, rows);

    protected override void AddInputGradient(ReadOnlySpan<double> weights, ReadOnlySpan<double> deltas, Span<double> inputDeltas, int rows) =>
        DenseKernels.AddInputGradient(weights, deltas, inputDeltas, rows);

    protected override void AddParameterGradient(
        ReadOnlySpan<double> inputs, ReadOnlySpan<double> deltas, Span<double> weightGradient, Span<double> biasGradient, int rows, bool overwrites = false) =>
        DenseKernels.AddParameterGradient(inputs, deltas, weightGradient, biasGradient, rows, overwrites);

    protected override void Divide(Span<double> values, double divisor) => DenseKernels.Divide(values, divisor);
}
