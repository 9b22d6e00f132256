using System.Numerics;

namespace NeuralGen.Tests.Kernels.Convolutions;

// What holds for both precisions; the derived classes call the overloads.
public abstract class ConvolutionKernelsTests<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    protected abstract double Tolerance { get; }

    [Theory]
    [MemberData(nameof(ConvolutionSeeds.All), MemberType = typeof(ConvolutionSeeds))]
    public void Outputs_are_the_sums_over_windows(int seed)
    {
        (ConvolutionCase sizes, Random random) = Draw(seed);
        GuardedArray<T> weights = new(sizes.WeightCount, random), bias = new(sizes.Units, random), input = new(sizes.InputLength, random);
        GuardedArray<T> output = new(sizes.OutputLength, random), withoutBias = new(sizes.OutputLength, random);
        Forward(weights.Span, bias.Span, input.Span, output.Span, sizes.Space.Window(), sizes.Groups, sizes.Samples);
        Forward(weights.Span, default, input.Span, withoutBias.Span, sizes.Space.Window(), sizes.Groups, sizes.Samples);
        AssertClose(sizes.Output(weights.Before, bias.Before, input.Before), output, sizes);
        AssertClose(sizes.Output(weights.Before, _ => 0, input.Before), withoutBias, sizes);
        AssertUnchanged(weights, bias, input);
    }

    [Theory]
    [MemberData(nameof(ConvolutionSeeds.All), MemberType = typeof(ConvolutionSeeds))]
    public void Gradients_are_added(int seed)
    {
        (ConvolutionCase sizes, Random random) = Draw(seed);
        GuardedArray<T> weights = new(sizes.WeightCount, random), input = new(sizes.InputLength, random), deltas = new(sizes.OutputLength, random);
        GuardedArray<T> inputDeltas = new(sizes.InputLength, random), weightGradient = new(sizes.WeightCount, random), biasGradient = new(sizes.Units, random);
        SpatialWindow window = sizes.Space.Window();
        AddInputGradient(weights.Span, deltas.Span, inputDeltas.Span, window, sizes.Groups, sizes.Samples);
        AddParameterGradient(input.Span, deltas.Span, weightGradient.Span, biasGradient.Span, window, sizes.Groups, sizes.Samples, false);
        double[] expected = sizes.WeightGradient(input.Before, deltas.Before);
        AssertClose(Added(inputDeltas, sizes.InputGradient(weights.Before, deltas.Before)), inputDeltas, sizes);
        AssertClose(Added(weightGradient, expected), weightGradient, sizes);
        AssertClose(Added(biasGradient, Sums(deltas, sizes.OutputLength, sizes.Units)), biasGradient, sizes);
        AssertUnchanged(weights, input, deltas);

        AddParameterGradient(input.Span, deltas.Span, weightGradient.Span, biasGradient.Span, window, sizes.Groups, sizes.Samples, true);
        AssertClose(expected, weightGradient, sizes);
        AssertClose(Sums(deltas, sizes.OutputLength, sizes.Units), biasGradient, sizes);
        AddParameterGradient(input.Span, deltas.Span, weightGradient.Span, default, window, sizes.Groups, sizes.Samples, true);
        AssertClose(expected, weightGradient, sizes);
    }

    [Theory]
    [MemberData(nameof(ConvolutionSeeds.All), MemberType = typeof(ConvolutionSeeds))]
    public void Transposed_convolutions_exchange_inputs_and_outputs(int seed)
    {
        (ConvolutionCase sizes, Random random) = Draw(seed);
        SpatialWindow window = sizes.Space.Window();
        GuardedArray<T> weights = new(sizes.WeightCount, random), bias = new(sizes.Channels, random), input = new(sizes.OutputLength, random);
        GuardedArray<T> output = new(sizes.InputLength, random), deltas = new(sizes.InputLength, random);
        GuardedArray<T> inputDeltas = new(sizes.OutputLength, random), weightGradient = new(sizes.WeightCount, random), biasGradient = new(sizes.Channels, random);
        ForwardTransposed(weights.Span, bias.Span, input.Span, output.Span, window, sizes.Groups, sizes.Samples);
        AddTransposedInputGradient(weights.Span, deltas.Span, inputDeltas.Span, window, sizes.Groups, sizes.Samples);
        AddTransposedParameterGradient(input.Span, deltas.Span, weightGradient.Span, biasGradient.Span, window, sizes.Groups, sizes.Samples, false);
        double[] expected = sizes.WeightGradient(deltas.Before, input.Before);
        AssertClose(sizes.TransposedOutput(weights.Before, bias.Before, input.Before), output, sizes);
        AssertClose(Added(inputDeltas, sizes.Output(weights.Before, _ => 0, deltas.Before)), inputDeltas, sizes);
        AssertClose(Added(weightGradient, expected), weightGradient, sizes);
        AssertClose(Added(biasGradient, Sums(deltas, sizes.InputLength, sizes.Channels)), biasGradient, sizes);
        AssertUnchanged(weights, bias, input, deltas);

        AddTransposedParameterGradient(input.Span, deltas.Span, weightGradient.Span, biasGradient.Span, window, sizes.Groups, sizes.Samples, true);
        AssertClose(expected, weightGradient, sizes);
        AssertClose(Sums(deltas, sizes.InputLength, sizes.Channels), biasGradient, sizes);
    }

    [Theory]
    [MemberData(nameof(ConvolutionSeeds.All), MemberType = typeof(ConvolutionSeeds))]
    public void A_sample_has_the_same_outputs_wherever_it_stands(int seed)
    {
        (ConvolutionCase sizes, Random random) = Draw(seed);
        SpatialWindow window = sizes.Space.Window();
        GuardedArray<T> weights = new(sizes.WeightCount, random), sample = new(sizes.InputLength / sizes.Samples, random);
        T[] alone = new T[sizes.OutputLength / sizes.Samples], all = new T[5 * alone.Length], samples = [.. Enumerable.Range(0, 5).SelectMany(_ => sample.Span.ToArray())];
        Forward(weights.Span, default, sample.Span, alone, window, sizes.Groups, 1);
        Forward(weights.Span, default, samples, all, window, sizes.Groups, 5);
        for (int i = 0; i < all.Length; i++)
        {
            Assert.Equal(alone[i % alone.Length], all[i]);
        }
    }

    protected abstract void Forward(ReadOnlySpan<T> weights, ReadOnlySpan<T> bias, ReadOnlySpan<T> input, Span<T> output, SpatialWindow window, int groups, int samples);

    protected abstract void AddInputGradient(ReadOnlySpan<T> weights, ReadOnlySpan<T> deltas, Span<T> inputDeltas, SpatialWindow window, int groups, int samples);

    protected abstract void AddParameterGradient(
        ReadOnlySpan<T> input, ReadOnlySpan<T> deltas, Span<T> weightGradient, Span<T> biasGradient, SpatialWindow window, int groups, int samples, bool isFirst);

    protected abstract void ForwardTransposed(ReadOnlySpan<T> weights, ReadOnlySpan<T> bias, ReadOnlySpan<T> input, Span<T> output, SpatialWindow window, int groups, int samples);

    protected abstract void AddTransposedInputGradient(ReadOnlySpan<T> weights, ReadOnlySpan<T> deltas, Span<T> inputDeltas, SpatialWindow window, int groups, int samples);

    protected abstract void AddTransposedParameterGradient(
        ReadOnlySpan<T> input, ReadOnlySpan<T> deltas, Span<T> weightGradient, Span<T> biasGradient, SpatialWindow window, int groups, int samples, bool isFirst);

    private static (ConvolutionCase Sizes, Random Random) Draw(int seed) => (ConvolutionCase.Draw(seed), new Random(seed));

    private static double[] Added(GuardedArray<T> array, double[] terms) => [.. terms.Select((term, i) => array.Before(i) + term)];

    private static double[] Sums(GuardedArray<T> values, int length, int columns)
    {
        double[] sums = new double[columns];
        for (int i = 0; i < length; i++)
        {
            sums[i % columns] += values.Before(i);
        }

        return sums;
    }

    private static void AssertUnchanged(params GuardedArray<T>[] arrays) => Assert.All(arrays, array => Assert.True(array.IsUnchanged));

    private void AssertClose(double[] expected, GuardedArray<T> actual, ConvolutionCase sizes)
    {
        Assert.True(actual.GuardsAreUnchanged, sizes.ToString());
        Assert.Equal(expected.Length, actual.Span.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs(expected[i] - double.CreateChecked(actual.Span[i]));
            if (!(difference <= Tolerance * (1 + Math.Abs(expected[i]))))
            {
                Assert.Fail($"{sizes}: {actual.Span[i]} at {i} is not {expected[i]}.");
            }
        }
    }
}
