using NeuralGen.Kernels.Arithmetic;
using NeuralGen.Kernels.Convolutions;
using NeuralGen.Kernels.Convolutions.Scalar;

namespace NeuralGen.Tests.Kernels.Convolutions;

// The loops of old frameworks, and of machines without vectors, give what the others give.
public sealed class ScalarLoopsTests
{
    [Theory]
    [MemberData(nameof(ConvolutionSeeds.All), MemberType = typeof(ConvolutionSeeds))]
    public void Convolutions_are_computed_value_by_value(int seed)
    {
        ConvolutionCase sizes = ConvolutionCase.Draw(seed);
        SpatialWindow window = sizes.Space.Window();
        Random random = new(seed);
        double[] weights = Values(random, sizes.WeightCount), input = Values(random, sizes.InputLength), deltas = Values(random, sizes.OutputLength);
        ConvolutionShape shape = ConvolutionShape.Of(window, sizes.Groups, sizes.Channels, sizes.Units, ("weights", weights.Length), sizes.Samples);
        double[] output = new double[sizes.OutputLength], inputDeltas = new double[sizes.InputLength], gradient = new double[sizes.WeightCount];
        ConvolutionLoops<double, DoubleArithmetic>.Forward(weights, input, output, shape);
        ConvolutionLoops<double, DoubleArithmetic>.AddInputGradient(weights, deltas, inputDeltas, shape);
        ConvolutionLoops<double, DoubleArithmetic>.AddWeightGradient(input, deltas, gradient, shape);
        AssertClose(sizes.Output(i => weights[i], _ => 0, i => input[i]), output);
        AssertClose(sizes.InputGradient(i => weights[i], i => deltas[i]), inputDeltas);
        AssertClose(sizes.WeightGradient(i => input[i], i => deltas[i]), gradient);
    }

    [Theory]
    [MemberData(nameof(ConvolutionSeeds.All), MemberType = typeof(ConvolutionSeeds))]
    public void Pools_are_computed_value_by_value(int seed)
    {
        PoolCase sizes = PoolCase.Draw(seed);
        SpatialWindow window = sizes.Space.Window();
        Random random = new(seed);
        double[] input = [.. Enumerable.Range(0, sizes.InputLength).Select(_ => random.Next(20) == 0 ? double.NaN : random.Next(-3, 4))];
        double[] numbers = Values(random, sizes.InputLength), deltas = Values(random, sizes.OutputLength);
        double[] max = new double[sizes.OutputLength], average = new double[sizes.OutputLength];
        double[] maxGradient = new double[sizes.InputLength], averageGradient = new double[sizes.InputLength];
        PoolShape shape = PoolShape.Find(window, sizes.Samples, ("input", input.Length), ("output", max.Length));
        PoolLoops<double, DoubleArithmetic>.Max(input, max, shape);
        PoolLoops<double, DoubleArithmetic>.MaxGradient(input, deltas, maxGradient, shape);
        PoolLoops<double, DoubleArithmetic>.Average(numbers, average, shape, countPadding: false);
        PoolLoops<double, DoubleArithmetic>.AverageGradient(deltas, averageGradient, shape, countPadding: true);
        double[] expectedAverage = new double[sizes.OutputLength], expectedMaxGradient = new double[sizes.InputLength], expectedAverageGradient = new double[sizes.InputLength];
        for (int i = 0; i < max.Length; i++)
        {
            int winner = sizes.Winner(i, index => input[index]);
            Assert.Equal(winner < 0 ? double.NegativeInfinity : input[winner], max[i]);
            if (winner >= 0)
            {
                expectedMaxGradient[winner] += deltas[i];
            }

            foreach (int index in sizes.Inputs(i))
            {
                expectedAverage[i] += numbers[index] / sizes.Divisor(i, countPadding: false);
                expectedAverageGradient[index] += deltas[i] / sizes.Divisor(i, countPadding: true);
            }
        }

        AssertClose(expectedMaxGradient, maxGradient);
        AssertClose(expectedAverage, average);
        AssertClose(expectedAverageGradient, averageGradient);
    }

    private static double[] Values(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-12 * (1 + Math.Abs(expected[i])));
        }
    }
}
