namespace NeuralGen.Training.Tests.Training;

public class SplitMix64Tests
{
    [Fact]
    public void NumbersAreThoseOfTheReferenceImplementation()
    {
        SplitMix64 random = new(1234567);
        Assert.Equal(6457827717110365317UL, random.NextUInt64());
        Assert.Equal(3203168211198807973UL, random.NextUInt64());
        Assert.Equal(9817491932198370423UL, random.NextUInt64());
    }

    [Fact]
    public void BoundedNumbersAreEquallyLikely()
    {
        SplitMix64 random = new(1);
        int[] counts = new int[6];
        for (int draw = 0; draw < 60_000; draw++)
        {
            counts[random.NextInt32(6)]++;
        }

        // Five standard deviations.
        Assert.All(counts, count => Assert.InRange(count, 10_000 - 457, 10_000 + 457));
        Assert.Throws<ArgumentOutOfRangeException>("bound", () => new SplitMix64(1).NextInt32(0));
    }

    [Fact]
    public void FractionsFillTheUnitInterval()
    {
        SplitMix64 random = new(1);
        double[] values = [.. Enumerable.Range(0, 10_000).Select(_ => random.NextDouble())];
        Assert.All(values, value => Assert.InRange(value, 0, 0.9999999999999999));
        Assert.InRange(values.Average(), 0.485, 0.515);
        Assert.InRange(values.Max(), 0.999, 1);
    }
}
