using NeuralGen.Kernels.Arithmetic;

namespace NeuralGen.Kernels.Resampling;

/// <summary>The methods of <see cref="SpatialResampling"/> in either precision.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="TArithmetic">its arithmetic.</typeparam>
internal static class ResamplingPasses<T, TArithmetic>
    where T : unmanaged
    where TArithmetic : struct, IArithmetic<T>
{
    private static TArithmetic Arithmetic => default;

    public static void Forward(SpatialResampling resampling, Func<ResamplingAxis, T[]> weightsOf, ReadOnlySpan<T> input, Span<T> output)
    {
        int planes = Planes(resampling, (nameof(input), input.Length), (nameof(output), output.Length));
        output.Clear();
        for (int plane = 0; plane < planes; plane++)
        {
            Add(
                resampling,
                weightsOf,
                input.Slice(plane * resampling.InputPixels, resampling.InputPixels),
                output.Slice(plane * resampling.OutputPixels, resampling.OutputPixels),
                isBackward: false);
        }
    }

    public static void AddInputGradient(SpatialResampling resampling, Func<ResamplingAxis, T[]> weightsOf, ReadOnlySpan<T> deltas, Span<T> inputDeltas)
    {
        int planes = Planes(resampling, (nameof(inputDeltas), inputDeltas.Length), (nameof(deltas), deltas.Length));
        for (int plane = 0; plane < planes; plane++)
        {
            Add(
                resampling,
                weightsOf,
                deltas.Slice(plane * resampling.OutputPixels, resampling.OutputPixels),
                inputDeltas.Slice(plane * resampling.InputPixels, resampling.InputPixels),
                isBackward: true);
        }
    }

    private static void Add(SpatialResampling resampling, Func<ResamplingAxis, T[]> weightsOf, ReadOnlySpan<T> from, Span<T> to, bool isBackward)
    {
        (ResamplingAxis depth, ResamplingAxis height, ResamplingAxis width) = (resampling.Depth, resampling.Height, resampling.Width);
        (T[] depthWeights, T[] heightWeights, T[] weights) = (weightsOf(depth), weightsOf(height), weightsOf(width));
        for (int row = 0; row < depth.Output * height.Output; row++)
        {
            (int z, int y) = (row / height.Output, row % height.Output);
            for (int i = depth.Start(z); i < depth.Ends[z]; i++)
            {
                for (int j = height.Start(y); j < height.Ends[y]; j++)
                {
                    int output = row * width.Output;
                    int input = ((depth.Sources[i] * height.Input) + height.Sources[j]) * width.Input;
                    T weight = Arithmetic.MultiplyAdd(depthWeights[i], heightWeights[j], default);
                    if (isBackward)
                    {
                        AddBackward(width, weights, weight, from.Slice(output, width.Output), to.Slice(input, width.Input));
                    }
                    else
                    {
                        AddForward(width, weights, weight, from.Slice(input, width.Input), to.Slice(output, width.Output));
                    }
                }
            }
        }
    }

    private static void AddForward(ResamplingAxis axis, T[] weights, T weight, ReadOnlySpan<T> row, Span<T> sums)
    {
        for (int i = 0, tap = 0; i < sums.Length; i++)
        {
            T sum = sums[i];
            for (; tap < axis.Ends[i]; tap++)
            {
                sum = Arithmetic.MultiplyAdd(Arithmetic.MultiplyAdd(weight, weights[tap], default), row[axis.Sources[tap]], sum);
            }

            sums[i] = sum;
        }
    }

    private static void AddBackward(ResamplingAxis axis, T[] weights, T weight, ReadOnlySpan<T> deltas, Span<T> sums)
    {
        for (int i = 0, tap = 0; i < deltas.Length; i++)
        {
            for (; tap < axis.Ends[i]; tap++)
            {
                ref T sum = ref sums[axis.Sources[tap]];
                sum = Arithmetic.MultiplyAdd(Arithmetic.MultiplyAdd(weight, weights[tap], default), deltas[i], sum);
            }
        }
    }

    private static int Planes(SpatialResampling resampling, (string Name, int Length) input, (string Name, int Length) output)
    {
        int planes = input.Length / resampling.InputPixels;
        Check(input, planes * resampling.InputPixels);
        Check(output, planes * resampling.OutputPixels);
        return planes;
    }

    private static void Check((string Name, int Length) span, int needed)
    {
        if (span.Length != needed)
        {
            SpanLength.Throw(span.Name, span.Length, needed);
        }
    }
}
