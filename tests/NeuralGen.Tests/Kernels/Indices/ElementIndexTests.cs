namespace NeuralGen.Tests.Kernels.Indices;

public sealed class ElementIndexTests
{
    [Theory]
    [InlineData(0, 3, true, 0)]
    [InlineData(2, 3, true, 2)]
    [InlineData(3, 3, false, 0)]
    [InlineData(-1, 3, true, 2)]
    [InlineData(-3, 3, true, 0)]
    [InlineData(-4, 3, false, 0)]
    [InlineData(long.MaxValue, 3, false, 0)]
    [InlineData(long.MinValue, 3, false, 0)]
    public void Positions_are_within_the_axis_and_may_count_from_its_end(long index, int count, bool isWithin, int expected)
    {
        if (isWithin)
        {
            Assert.Equal(expected, ElementIndex.OfSigned(index, count, 7, "at"));
        }
        else
        {
            ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => ElementIndex.OfSigned(index, count, 7, "at"));
            Assert.Equal(("at", index), (error.ParamName, error.ActualValue));
            Assert.Contains($"Index 7 of 'at' is {index}; it must be from -3 to 2.", error.Message, StringComparison.Ordinal);
        }

        if (isWithin && index >= 0)
        {
            Assert.Equal(expected, ElementIndex.Of(index, count, 7, "at"));
        }
        else
        {
            ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => ElementIndex.Of(index, count, 7, "at"));
            Assert.Contains($"Index 7 of 'at' is {index}; it must be from 0 to 2.", error.Message, StringComparison.Ordinal);
        }
    }
}
