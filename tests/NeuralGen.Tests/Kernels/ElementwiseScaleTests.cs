namespace NeuralGen.Tests.Kernels;

public class ElementwiseScaleTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(0, 5)]
    [InlineData(1, 1)]
    [InlineData(4, 3)]
    [InlineData(1, 4)]
    [InlineData(3, 5)]
    [InlineData(2, 8)]
    [InlineData(3, 15)]
    [InlineData(2, 16)]
    [InlineData(5, 17)]
    [InlineData(2, 33)]
    [InlineData(1, 64)]
    [InlineData(3, 71)]
    public void Each_row_is_multiplied_by_the_factors(int rows, int columns)
    {
        Random random = new(rows + columns);
        GuardedArray<float> values = new(columns == 0 ? 0 : rows * columns, random), factors = new(columns, random), output = new(values.Span.Length, random);
        Elementwise.Scale(values.Span, factors.Span, output.Span);
        for (int i = 0; i < output.Span.Length; i++)
        {
            Assert.Equal((float)values.Before(i) * (float)factors.Before(i % columns), output.Span[i]);
        }

        Assert.True(values.IsUnchanged && factors.IsUnchanged && output.GuardsAreUnchanged);

        // The results may take the place of the values.
        Elementwise.Scale(values.Span, factors.Span, values.Span);
        Assert.True(values.GuardsAreUnchanged && values.Span.SequenceEqual(output.Span));
    }

    [Fact]
    public void A_wrong_length_is_an_error()
    {
        Assert.Throws<ArgumentException>("output", () => Elementwise.Scale(new float[6], new float[3], new float[5]));
        Assert.Throws<ArgumentException>("values", () => Elementwise.Scale(new float[7], new float[3], new float[7]));
        Assert.Throws<ArgumentException>("values", () => Elementwise.Scale(new float[1], default, new float[1]));
    }
}
