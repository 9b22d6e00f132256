namespace NeuralGen.Tests.Kernels;

public sealed class DenseKernelsSingleTests : DenseKernelsTests<float>
{
    protected override double Tolerance => 2e-5;

    protected override void Forward(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, ReadOnlySpan<float> inputs, Span<float> outputs, int rows) =>
        DenseKernels.Forward(weights, bias, inputs, outputs, rows);

    protected override void AddInputGradient(ReadOnlySpan<float> weights, ReadOnlySpan<float> deltas, Span<float> inputDeltas, int rows) =>
        DenseKernels.AddInputGradient(weights, deltas, inputDeltas, rows);

    protected override void AddParameterGradient(
        ReadOnlySpan<float> inputs, ReadOnlySpan<float> deltas, Span<float> weightGradient, Span<float> biasGradient, int rows, bool overwrites = false) =>
        DenseKernels.AddParameterGradient(inputs, deltas, weightGradient, biasGradient, rows, overwrites);

    protected override void Divide(Span<float> values, float divisor) => DenseKernels.Divide(values, divisor);
}
