using NeuralGen.Kernels.Arithmetic;

namespace NeuralGen.Kernels.Convolutions.Scalar;

/// <summary>Pools and their gradients, value by value.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="TArithmetic">its arithmetic.</typeparam>
internal static class PoolLoops<T, TArithmetic>
    where T : unmanaged
    where TArithmetic : struct, IArithmetic<T>
{
    private static TArithmetic Arithmetic => default;

    public static void Max(ReadOnlySpan<T> input, Span<T> output, in PoolShape shape)
    {
        for (int row = 0; row < shape.OutputRows; row++)
        {
            Span<T> largest = output.Slice(shape.OutputStart(row), shape.Channels);
            largest.Fill(Arithmetic.Lowest);
            foreach ((_, int pixel) in shape.Taps(row))
            {
                ReadOnlySpan<T> values = input.Slice(shape.InputStart(row, pixel), shape.Channels);
                for (int channel = 0; channel < largest.Length; channel++)
                {
                    if (Arithmetic.Exceeds(values[channel], largest[channel]))
                    {
                        largest[channel] = values[channel];
                    }
                }
            }
        }
    }

    public static void MaxGradient(ReadOnlySpan<T> input, ReadOnlySpan<T> deltas, Span<T> inputDeltas, in PoolShape shape)
    {
        for (int row = 0; row < shape.OutputRows; row++)
        {
            ReadOnlySpan<T> delta = deltas.Slice(shape.OutputStart(row), shape.Channels);
            for (int channel = 0; channel < delta.Length; channel++)
            {
                T largest = Arithmetic.Lowest;
                int place = -1;
                foreach ((_, int pixel) in shape.Taps(row))
                {
                    int index = shape.InputStart(row, pixel) + channel;
                    if (place < 0 || Arithmetic.Exceeds(input[index], largest))
                    {
                        largest = input[index];
                        place = index;
                    }
                }

                if (place >= 0)
                {
                    inputDeltas[place] = Arithmetic.Add(inputDeltas[place], delta[channel]);
                }
            }
        }
    }

    public static void Average(ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, bool countPadding)
    {
        for (int row = 0; row < shape.OutputRows; row++)
        {
            Span<T> sums = output.Slice(shape.OutputStart(row), shape.Channels);
            sums.Clear();
            foreach ((_, int pixel) in shape.Taps(row))
            {
                ReadOnlySpan<T> values = input.Slice(shape.InputStart(row, pixel), shape.Channels);
                for (int channel = 0; channel < sums.Length; channel++)
                {
                    sums[channel] = Arithmetic.Add(sums[channel], values[channel]);
                }
            }

            int divisor = shape.Divisor(row, countPadding);
            for (int channel = 0; divisor > 1 && channel < sums.Length; channel++)
            {
                sums[channel] = Arithmetic.Divide(sums[channel], divisor);
            }
        }
    }

    public static void AverageGradient(ReadOnlySpan<T> deltas, Span<T> inputDeltas, in PoolShape shape, bool countPadding)
    {
        for (int row = 0; row < shape.OutputRows; row++)
        {
            int divisor = shape.Divisor(row, countPadding);
            ReadOnlySpan<T> delta = deltas.Slice(shape.OutputStart(row), shape.Channels);
            foreach ((_, int pixel) in shape.Taps(row))
            {
                Span<T> sums = inputDeltas.Slice(shape.InputStart(row, pixel), shape.Channels);
                for (int channel = 0; channel < sums.Length; channel++)
                {
                    sums[channel] = Arithmetic.Add(sums[channel], Arithmetic.Divide(delta[channel], divisor));
                }
            }
        }
    }
}
