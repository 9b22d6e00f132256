using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Generator.Tests.Lowering.Passes;

namespace NeuralGen.Generator.Tests.Lowering.Forms;

/// <summary>How units lie in vectors.</summary>
public class UnitVectorsTests
{
    [Theory]
    [InlineData(1, 8, "0:1/4")]
    [InlineData(4, 8, "0:4/4")]
    [InlineData(5, 8, "0:5/8")]
    [InlineData(8, 16, "0:8/8")]
    [InlineData(9, 8, "0:8/8 8:1/4")]
    [InlineData(9, 16, "0:9/16")]
    [InlineData(21, 8, "0:8/8 8:8/8 16:5/8")]
    [InlineData(21, 16, "0:16/16 16:5/8")]
    [InlineData(20, 16, "0:16/16 16:4/4")]
    public void The_rest_takes_the_narrowest_vector_that_holds_it(int units, int most, string expected)
    {
        Assert.Equal(expected, string.Join(" ", UnitVectors.Of(units, most).Select(vector => $"{vector.First}:{vector.Count}/{vector.Lanes}")));
        Assert.Equal(expected.Split(' ').Sum(vector => int.Parse(vector.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture)), UnitVectors.Room(units, most));
    }

    // At most eight sums at once, and four inputs at least for each.
    [Theory]
    [InlineData(4, 3, 1)]
    [InlineData(4, 11, 2)]
    [InlineData(4, 12, 3)]
    [InlineData(4, 32, 8)]
    [InlineData(4, 99, 8)]
    [InlineData(16, 99, 4)]
    [InlineData(17, 99, 2)]
    [InlineData(24, 11, 2)]
    [InlineData(72, 99, 1)]
    [InlineData(80, 99, 1)]
    public void Sums_are_divided_where_that_hides_additions(int units, int inputs, int expected) => Assert.Equal(expected, UnitVectors.PartialSums(Dense(units, inputs, (_, _) => 1), 8));

    [Fact]
    public void Vectors_of_zeros_take_no_product()
    {
        // Of two vectors and three inputs the first input matters for none, the second for the second vector alone.
        DenseOperation dense = Dense(9, 3, (unit, input) => input == 2 || (input == 1 && unit == 8) ? 0.5 : 0);
        Assert.Equal(3, UnitVectors.CountProducts(dense));
        Assert.False(UnitVectors.Matters(dense, 0, 8, 1));
        Assert.True(UnitVectors.Matters(dense, 0, 9, 1));
        Assert.True(UnitVectors.Matters(dense, 8, 1, 1));
        Assert.False(UnitVectors.Matters(dense, 8, 1, 0));
    }

    [Theory]
    [InlineData("8", false)]
    [InlineData("9", true)]
    [InlineData("2-9-3", true)]
    [InlineData("8-8-8", false)]
    public void A_layer_of_more_than_eight_units_fills_the_widest(string units, bool expected)
    {
        int inputs = 3;
        List<string> layers = [];
        foreach (int count in units.Split('-').Select(int.Parse))
        {
            layers.Add(Layer(count, inputs, (_, _) => 1));
            inputs = count;
        }

        Assert.Equal(expected, UnitVectors.FillWidest(NetworkText.Read(string.Join(", ", layers), 3)));
    }

    private static DenseOperation Dense(int units, int inputs, Func<int, int, double> weight) =>
        Assert.IsType<DenseOperation>(Assert.Single(NetworkText.Read(Layer(units, inputs, weight), inputs).Operations));

    private static string Layer(int units, int inputs, Func<int, int, double> weight) => $$"""
        { "type": "dense", "weights": [{{string.Join(", ", Enumerable.Range(0, units).Select(unit => $"[{string.Join(", ", Enumerable.Range(0, inputs).Select(input => weight(unit, input).ToString(System.Globalization.CultureInfo.InvariantCulture)))}]"))}}] }
        """;
}
