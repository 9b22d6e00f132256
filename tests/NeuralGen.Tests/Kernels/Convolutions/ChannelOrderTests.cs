namespace NeuralGen.Tests.Kernels.Convolutions;

public sealed class ChannelOrderTests
{
    public static TheoryData<int, int, int> Shapes
    {
        get
        {
            TheoryData<int, int, int> shapes = new() { { 1, 9, 2 }, { 9, 1, 2 }, { 0, 5, 1 }, { 5, 0, 1 }, { 5, 5, 0 }, { 64, 56 * 56, 1 }, { 3, 4096, 1 }, { 4096, 3, 1 } };
            foreach (int channels in new[] { 2, 3, 4, 5, 7, 8, 9, 16, 24, 31 })
            {
                foreach (int pixels in new[] { 2, 3, 4, 6, 8, 13, 49, 100 })
                {
                    shapes.Add(channels, pixels, 3);
                }
            }

            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Planes_become_pixels_and_planes_again(int channels, int pixels, int samples)
    {
        AssertBothWays(channels, pixels, samples, i => (float)i);
        AssertBothWays(channels, pixels, samples, i => (double)i);
        AssertBothWays(channels, pixels, samples, i => (byte)i);
        AssertBothWays(channels, pixels, samples, i => i);
        AssertBothWays(channels, pixels, samples, i => (long)i << 30);
    }

    // Not by way of arithmetic: a signalling NaN keeps its bits.
    [Fact]
    public void Bits_stay()
    {
        uint[] bits = [.. Enumerable.Range(0, 8 * 8).Select(i => 0x7F80_0001u + (uint)i)];
        uint[] output = new uint[64];
        ChannelOrder.ToChannelsLast<uint>(bits, output, 8, 8, 1);
        Assert.Equal(bits, output.Order());
    }

    [Fact]
    public void Lengths_are_checked()
    {
        Assert.Throws<ArgumentException>("input", () => ChannelOrder.ToChannelsLast<float>(new float[5], new float[6], 2, 3, 1));
        Assert.Throws<ArgumentException>("output", () => ChannelOrder.ToChannelsFirst<float>(new float[6], new float[7], 2, 3, 1));
    }

    private static void AssertBothWays<T>(int channels, int pixels, int samples, Func<int, T> value)
        where T : unmanaged
    {
        T[] planes = [.. Enumerable.Range(0, channels * pixels * samples).Select(value)], last = new T[planes.Length], first = new T[planes.Length];
        ChannelOrder.ToChannelsLast<T>(planes, last, channels, pixels, samples);
        ChannelOrder.ToChannelsFirst<T>(last, first, channels, pixels, samples);
        for (int i = 0; i < planes.Length; i++)
        {
            int pixel = i % pixels, channel = i / pixels % channels, sample = i / pixels / channels;
            Assert.Equal(planes[i], last[(((sample * pixels) + pixel) * channels) + channel]);
        }

        Assert.Equal(planes, first);
    }
}
