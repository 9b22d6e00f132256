namespace NeuralGen.Tests.Kernels;

internal delegate void ValuesKernel<T>(ReadOnlySpan<T> input, Span<T> output);

internal delegate void GradientsKernel<T>(ReadOnlySpan<T> values, ReadOnlySpan<T> deltas, Span<T> inputDeltas);

/// <summary>An activation function: its kernels, and what they compute in double precision.</summary>
internal sealed record ActivationCase(
    ValuesKernel<float> Single,
    GradientsKernel<float> SingleGradient,
    ValuesKernel<double> Double,
    GradientsKernel<double> DoubleGradient,
    Func<double, double> Value,
    Func<double, double> Derivative)
{
    /// <summary>Gets whether the gradient takes x; else it takes y.</summary>
    public bool TakesInput { get; init; }

    /// <summary>Gets whether values are to the bit those of the formula in either precision.</summary>
    public Func<float, float>? Formula { get; init; }
}
