using System.Numerics;

namespace NeuralGen.Tests.Kernels.Convolutions;

// What holds for both precisions; the derived classes call the overloads.
public abstract class PoolKernelsTests<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    protected abstract double Tolerance { get; }

    [Theory]
    [MemberData(nameof(ConvolutionSeeds.All), MemberType = typeof(ConvolutionSeeds))]
    public void The_largest_value_of_a_window_wins(int seed)
    {
        PoolCase sizes = PoolCase.Draw(seed);
        Random random = new(seed);
        GuardedArray<T> input = new(sizes.InputLength, random), output = new(sizes.OutputLength, random);
        GuardedArray<T> deltas = new(sizes.OutputLength, random), inputDeltas = new(sizes.InputLength, random);
        double[] values = [.. Enumerable.Range(0, sizes.InputLength).Select(input.Before)];

        // Few different values, so that there are several largest ones; and all kinds of special values.
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = random.Next(40) == 0 ? double.NaN : random.Next(9) == 0 ? double.NegativeInfinity : random.Next(-3, 3);
            input.Span[i] = T.CreateChecked(values[i]);
        }

        Max(input.Span, output.Span, sizes.Space.Window(), sizes.Samples);
        MaxGradient(input.Span, deltas.Span, inputDeltas.Span, sizes.Space.Window(), sizes.Samples);
        double[] gradient = [.. Enumerable.Range(0, sizes.InputLength).Select(inputDeltas.Before)];
        for (int i = 0; i < sizes.OutputLength; i++)
        {
            int winner = sizes.Winner(i, index => values[index]);
            Assert.Equal(winner < 0 ? double.NegativeInfinity : values[winner], double.CreateChecked(output.Span[i]));
            if (winner >= 0)
            {
                gradient[winner] += deltas.Before(i);
            }
        }

        AssertClose(gradient, inputDeltas);
        AssertGuarded(output, input);
    }

    [Theory]
    [MemberData(nameof(ConvolutionSeeds.All), MemberType = typeof(ConvolutionSeeds))]
    public void Averages_count_padding_or_not(int seed)
    {
        PoolCase sizes = PoolCase.Draw(seed);
        foreach (bool countPadding in new[] { false, true })
        {
            Random random = new(seed);
            GuardedArray<T> input = new(sizes.InputLength, random), output = new(sizes.OutputLength, random);
            GuardedArray<T> deltas = new(sizes.OutputLength, random), inputDeltas = new(sizes.InputLength, random);
            Average(input.Span, output.Span, sizes.Space.Window(), countPadding, sizes.Samples);
            AverageGradient(deltas.Span, inputDeltas.Span, sizes.Space.Window(), countPadding, sizes.Samples);
            double[] expected = new double[sizes.OutputLength];
            double[] gradient = [.. Enumerable.Range(0, sizes.InputLength).Select(inputDeltas.Before)];
            for (int i = 0; i < expected.Length; i++)
            {
                foreach (int index in sizes.Inputs(i))
                {
                    expected[i] += input.Before(index) / sizes.Divisor(i, countPadding);
                    gradient[index] += deltas.Before(i) / sizes.Divisor(i, countPadding);
                }
            }

            AssertClose(expected, output);
            AssertClose(gradient, inputDeltas);
            Assert.True(input.IsUnchanged && deltas.IsUnchanged);
        }
    }

    // A window that reaches beyond the declared padding, as the last of a pool that rounds up.
    [Fact]
    public void Positions_behind_the_padding_do_not_count()
    {
        SpatialWindow window = new([5], [3], [2], [1], [1], [4], [1]);
        T[] output = new T[4], gradient = new T[5];
        Average([T.One, T.One, T.One, T.One, T.One], output, window, true, 1);
        Assert.Equal([2 / 3.0, 1, 2 / 3.0, 0], output.Select(double.CreateChecked), (left, right) => Math.Abs(left - right) < 1e-6);
        AverageGradient([T.One, T.One, T.One, T.One], gradient, window, true, 1);
        Assert.Equal([1 / 3.0, 2 / 3.0, 1 / 3.0, 2 / 3.0, 1 / 3.0], gradient.Select(double.CreateChecked), (left, right) => Math.Abs(left - right) < 1e-6);
    }

    // As large as a window can be, with a size for which a plain sum would lose digits.
    [Fact]
    public void All_pixels_can_be_one_window()
    {
        SpatialWindow window = new([100, 99], [100, 99], [1, 1], [1, 1], [0, 0], [1, 1]);
        GuardedArray<T> input = new(9900 * 19, new Random(1)), output = new(19, new Random(2));
        Average(input.Span, output.Span, window, false, 1);
        AssertClose([.. Enumerable.Range(0, 19).Select(channel => Enumerable.Range(0, 9900).Average(pixel => input.Before((pixel * 19) + channel)))], output);
        Max(input.Span, output.Span, window, 1);
        Assert.Equal(
            Enumerable.Range(0, 19).Select(channel => Enumerable.Range(0, 9900).Max(pixel => input.Before((pixel * 19) + channel))),
            output.Span.ToArray().Select(double.CreateChecked));
    }

    protected abstract void Max(ReadOnlySpan<T> input, Span<T> output, SpatialWindow window, int samples);

    protected abstract void MaxGradient(ReadOnlySpan<T> input, ReadOnlySpan<T> deltas, Span<T> inputDeltas, SpatialWindow window, int samples);

    protected abstract void Average(ReadOnlySpan<T> input, Span<T> output, SpatialWindow window, bool countPadding, int samples);

    protected abstract void AverageGradient(ReadOnlySpan<T> deltas, Span<T> inputDeltas, SpatialWindow window, bool countPadding, int samples);

    private static void AssertGuarded(params GuardedArray<T>[] arrays) => Assert.All(arrays, array => Assert.True(array.GuardsAreUnchanged));

    private void AssertClose(double[] expected, GuardedArray<T> actual)
    {
        AssertGuarded(actual);
        Assert.Equal(expected.Length, actual.Span.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], double.CreateChecked(actual.Span[i]), Tolerance * (1 + Math.Abs(expected[i])));
        }
    }
}
