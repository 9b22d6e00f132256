using System.Numerics;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Functions;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Tests.Kernels;

internal delegate void ValuesKernel<T>(ReadOnlySpan<T> input, Span<T> output);

internal delegate void GradientsKernel<T>(ReadOnlySpan<T> values, ReadOnlySpan<T> deltas, Span<T> inputDeltas);

/// <summary>An activation function: its kernels, and what they compute in double precision.</summary>
internal sealed record ActivationCase(Func<double, double> Value, Func<double, double> Derivative)
{
    public required ValuesKernel<float> Single { get; init; }

    public required GradientsKernel<float> SingleGradient { get; init; }

    public required ValuesKernel<double> Double { get; init; }

    public required GradientsKernel<double> DoubleGradient { get; init; }

    public required Func<Vector<float>, Vector<float>> Lanes { get; init; }

    public required Func<Vector<float>, Vector<float>, Vector<float>> LanesGradient { get; init; }

    /// <summary>Gets the function of single values in the place of vectors.</summary>
    public required Func<float, float> One { get; init; }

    public required Func<Vector128<float>, Vector128<float>> Narrow { get; init; }

    public required Func<Vector256<float>, Vector256<float>> Middle { get; init; }

    public required Func<Vector512<float>, Vector512<float>> Wide { get; init; }

    /// <summary>Gets whether the gradient takes x; else it takes y.</summary>
    public bool TakesInput { get; init; }

    /// <summary>Gets whether values are to the bit those of the formula in either precision.</summary>
    public Func<float, float>? Formula { get; init; }

    public static ActivationCase Of<TFunction>(TFunction function, Func<double, double> value, Func<double, double> derivative)
        where TFunction : struct, IElementFunction => new(value, derivative)
        {
            Single = (x, y) => Elementwise.Apply(x, y, function),
            SingleGradient = (v, d, r) => Elementwise.Gradient(v, d, r, function),
            Double = (x, y) => Elementwise.Apply(x, y, function),
            DoubleGradient = (v, d, r) => Elementwise.Gradient(v, d, r, function),
            Lanes = x => RowLanes.Apply(x, function),
            LanesGradient = (v, d) => RowLanes.Gradient(v, d, function),
            One = x => function.Value<ScalarLanes<float>, float, float>(x),
            Narrow = x => function.Value<Lanes128<float>, Vector128<float>, float>(x),
            Middle = x => function.Value<Lanes256<float>, Vector256<float>, float>(x),
            Wide = x => function.Value<Lanes512<float>, Vector512<float>, float>(x),
        };
}
