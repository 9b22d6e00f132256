using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Convolutions.Pools;
using NeuralGen.Kernels.Convolutions.Products;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Tests.Kernels.Convolutions;

// Vectors along channels: every width gives what single values give.
public sealed unsafe class ChannelWidthTests
{
    private const int Pixels = 5;

    private delegate void Pass(float* input, nint* pixels, int channels, float* deltas, float* results);

    public static TheoryData<int> Channels => [.. Enumerable.Range(16, 40)];

    [Theory]
    [MemberData(nameof(Channels))]
    public void Products_are_added(int channels) => AssertSame(
        channels,
        (input, _, count, deltas, results) => ElementProducts.Add<ScalarLanes<float>, float, float>(input, deltas, results, count),
        (input, _, count, deltas, results) => ElementProducts.Add<Lanes128<float>, Vector128<float>, float>(input, deltas, results, count),
        (input, _, count, deltas, results) => ElementProducts.Add<Lanes256<float>, Vector256<float>, float>(input, deltas, results, count),
        (input, _, count, deltas, results) => ElementProducts.Add<Lanes512<float>, Vector512<float>, float>(input, deltas, results, count));

    [Theory]
    [MemberData(nameof(Channels))]
    public void Largest_values_are_found(int channels) => AssertSame(
        channels,
        (input, pixels, count, _, results) => PoolVectors<ScalarLanes<float>, float, float>.Max(input, pixels, Pixels, count, results),
        (input, pixels, count, _, results) => PoolVectors<Lanes128<float>, Vector128<float>, float>.Max(input, pixels, Pixels, count, results),
        (input, pixels, count, _, results) => PoolVectors<Lanes256<float>, Vector256<float>, float>.Max(input, pixels, Pixels, count, results),
        (input, pixels, count, _, results) => PoolVectors<Lanes512<float>, Vector512<float>, float>.Max(input, pixels, Pixels, count, results));

    [Theory]
    [MemberData(nameof(Channels))]
    public void Pixels_are_added_up(int channels) => AssertSame(
        channels,
        (input, pixels, count, _, results) => PoolVectors<ScalarLanes<float>, float, float>.Add(input, Pixels, count, count, results),
        (input, pixels, count, _, results) => PoolVectors<Lanes128<float>, Vector128<float>, float>.Add(input, Pixels, count, count, results),
        (input, pixels, count, _, results) => PoolVectors<Lanes256<float>, Vector256<float>, float>.Add(input, Pixels, count, count, results),
        (input, pixels, count, _, results) => PoolVectors<Lanes512<float>, Vector512<float>, float>.Add(input, Pixels, count, count, results));

    [Theory]
    [MemberData(nameof(Channels))]
    public void Deltas_go_to_the_largest(int channels) => AssertSame(
        channels,
        (input, pixels, count, deltas, results) => PoolVectors<ScalarLanes<float>, float, float>.AddToLargest(input, pixels, Pixels, count, deltas, results),
        (input, pixels, count, deltas, results) => PoolVectors<Lanes128<float>, Vector128<float>, float>.AddToLargest(input, pixels, Pixels, count, deltas, results),
        (input, pixels, count, deltas, results) => PoolVectors<Lanes256<float>, Vector256<float>, float>.AddToLargest(input, pixels, Pixels, count, deltas, results),
        (input, pixels, count, deltas, results) => PoolVectors<Lanes512<float>, Vector512<float>, float>.AddToLargest(input, pixels, Pixels, count, deltas, results));

    private static void AssertSame(int channels, Pass single, params Pass[] widths)
    {
        float[] expected = Run(channels, single);
        Assert.NotEqual(Run(channels, (_, _, _, _, _) => { }), expected);
        Assert.All(widths, width => Assert.Equal(expected, Run(channels, width)));
    }

    // Few different values, so that several are the largest, and some NaN.
    private static float[] Run(int channels, Pass pass)
    {
        Random random = new(channels);
        float[] input = [.. Enumerable.Range(0, Pixels * channels).Select(_ => random.Next(15) == 0 ? float.NaN : random.Next(-3, 4))];
        float[] deltas = [.. Enumerable.Range(0, channels).Select(_ => random.NextSingle())];
        float[] results = [.. Enumerable.Range(0, Pixels * channels).Select(_ => random.NextSingle() - 4)];
        nint[] pixels = [.. Enumerable.Range(0, Pixels).Select(pixel => (nint)(pixel * channels))];
        fixed (float* source = input, delta = deltas, target = results)
        fixed (nint* starts = pixels)
        {
            pass(source, starts, channels, delta, target);
        }

        return results;
    }
}
