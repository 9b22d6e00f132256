using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Generator.Tests.Networks.Operations;

/// <summary>What operations with positions and whole numbers compute, against values written down by hand.</summary>
public class OperationValueTests
{
    private const double NaN = double.NaN;

    [Theory]
    [InlineData("""{ "type": "arg_max", "axis": 1 }""", "[2, 3]", new double[] { 3, 1, 3, 2, 5, 5 }, new double[] { 0, 1 })]
    [InlineData("""{ "type": "arg_max", "axis": 1, "last": true }""", "[2, 3]", new double[] { 3, 1, 3, 2, 5, 5 }, new double[] { 2, 2 })]
    [InlineData("""{ "type": "arg_max", "axis": 0 }""", "[2, 3]", new double[] { 3, 1, 3, 2, 5, 5 }, new double[] { 0, 1, 1 })]
    [InlineData("""{ "type": "arg_min", "axis": 1 }""", "[2, 3]", new double[] { 3, 1, 1, 2, 5, 2 }, new double[] { 1, 0 })]
    [InlineData("""{ "type": "arg_min", "axis": 1, "last": true }""", "[2, 3]", new double[] { 3, 1, 1, 2, 5, 2 }, new double[] { 2, 2 })]
    [InlineData("""{ "type": "arg_max", "axis": 1 }""", "[2, 3]", new double[] { 3, NaN, NaN, NaN, 5, 5 }, new double[] { 1, 0 })]
    [InlineData("""{ "type": "arg_min", "axis": 1, "last": true }""", "[2, 3]", new double[] { 3, NaN, NaN, NaN, 5, 5 }, new double[] { 2, 0 })]
    [InlineData("""{ "type": "cumulative_sum", "axis": 1 }""", "[2, 3]", new double[] { 1, 2, 3, 4, 5, 6 }, new double[] { 1, 3, 6, 4, 9, 15 })]
    [InlineData("""{ "type": "cumulative_sum", "axis": 0 }""", "[2, 3]", new double[] { 1, 2, 3, 4, 5, 6 }, new double[] { 1, 2, 3, 5, 7, 9 })]
    [InlineData("""{ "type": "cumulative_sum", "axis": 1, "exclusive": true }""", "[2, 3]", new double[] { 1, 2, 3, 4, 5, 6 }, new double[] { 0, 1, 3, 0, 4, 9 })]
    [InlineData("""{ "type": "cumulative_sum", "axis": 1, "reverse": true }""", "[2, 3]", new double[] { 1, 2, 3, 4, 5, 6 }, new double[] { 6, 5, 3, 15, 11, 6 })]
    [InlineData("""{ "type": "cumulative_sum", "axis": 1, "reverse": true, "exclusive": true }""", "[2, 3]", new double[] { 1, 2, 3, 4, 5, 6 }, new double[] { 5, 3, 0, 11, 6, 0 })]
    [InlineData("""{ "type": "top_k", "count": 2, "axis": 1, "outputs": ["last", "at"] }""", "[2, 3]", new double[] { 1, 3, 3, 4, NaN, 6 }, new double[] { 3, 3, NaN, 6 })]
    [InlineData("""{ "type": "top_k", "count": 2, "axis": 1, "outputs": ["value", "last"] }""", "[2, 3]", new double[] { 1, 3, 3, 4, NaN, 6 }, new double[] { 1, 2, 1, 2 })]
    [InlineData("""{ "type": "top_k", "count": 2, "axis": 1, "largest": false, "outputs": ["value", "last"] }""", "[2, 3]", new double[] { 3, 1, 1, NaN, 4, 6 }, new double[] { 1, 2, 1, 2 })]
    [InlineData("""{ "type": "top_k", "count": 1, "axis": 0, "outputs": ["last", "at"] }""", "[2, 3]", new double[] { 1, 3, 3, 4, 2, 6 }, new double[] { 4, 3, 6 })]
    [InlineData("""{ "type": "top_k", "count": 2, "axis": 0, "outputs": ["last", "at"] }""", "[3, 2]", new double[] { 1, 6, 3, 4, 2, 5 }, new double[] { 3, 6, 2, 5 })]
    [InlineData("""{ "type": "normalization", "mean": [1, 2, 3], "scale": [2, 4, 0.5] }""", "[3]", new double[] { 5, 4, 4 }, new double[] { 2, 0.5, 2 })]
    [InlineData("""{ "type": "normalization", "mean": [1, 2], "scale": [2, 4] }""", "[2, 2]", new double[] { 5, 7, 10, -2 }, new double[] { 2, 3, 2, -1 })]
    [InlineData("""{ "type": "pairwise_coupling", "count": 2 }""", "[2, 1]", new double[] { 0.5, 0.5 }, new double[] { 0.5, 0.5, 0.5, 0.5 })]
    [InlineData("""{ "type": "cast", "to": "int" }""", "[5]", new double[] { 1.9, -1.9, 0, 2147483648, -5 }, new double[] { 1, -1, 0, -2147483648, -5 })]
    [InlineData("""{ "type": "cast", "to": "byte" }""", "[4]", new double[] { 1.9, 255, 256, -1 }, new double[] { 1, 255, 0, 255 })]
    [InlineData("""{ "type": "cast", "to": "sbyte" }""", "[4]", new double[] { 1.9, 127, 128, -1 }, new double[] { 1, 127, -128, -1 })]
    [InlineData("""{ "type": "cast", "to": "long" }""", "[3]", new double[] { 1.9, -1.9, 2147483648 }, new double[] { 1, -1, 2147483648 })]
    [InlineData("""{ "type": "cast", "to": "bool" }""", "[4]", new double[] { 0.5, 0, -2, 1 }, new double[] { 1, 0, 1, 1 })]
    public void A_layer_computes(string layer, string shape, double[] input, double[] expected) =>
        Assert.Equal(expected, Last(
        $$"""[ { "name": "x", "shape": {{shape}} } ]""",
        layer.Contains("outputs", StringComparison.Ordinal) ? layer : layer.Replace("\"type\"", "\"name\": \"last\", \"type\"", StringComparison.Ordinal),
        input));

    [Theory]
    [InlineData("sum", new double[] { 6, -6 })]
    [InlineData("mean", new double[] { 2, -2 })]
    [InlineData("max", new double[] { 3, 4 })]
    [InlineData("min", new double[] { 1, -7 })]
    [InlineData("product", new double[] { 6, 84 })]
    [InlineData("l1", new double[] { 6, 14 })]
    [InlineData("sum_of_squares", new double[] { 14, 74 })]
    public void Whole_numbers_are_reduced(string operation, double[] expected) => Assert.Equal(
        expected,
        Last("""[ { "name": "x", "shape": [2, 3], "type": "long" } ]""", $$"""{ "type": "reduce", "name": "last", "operation": "{{operation}}", "axes": [1] }""", [1, 2, 3, 4, -7, -3]));

    [Fact]
    public void Whole_numbers_wrap()
    {
        Assert.Equal([-128], Last("""[ { "name": "x", "shape": [2], "type": "sbyte" } ]""", """{ "type": "reduce", "name": "last", "operation": "sum", "axes": [0] }""", [127, 1]));
        Assert.Equal(
            [17, 39, -2147483645],
            Last(
                """[ { "name": "x", "shape": [3, 2], "type": "int" }, { "name": "y", "shape": [2, 1], "type": "int" } ]""",
                """{ "type": "matmul", "name": "last", "inputs": ["x", "y"] }""",
                [1, 2, 3, 4, 429496729, 1],
                [5, 6]));
    }

    [Theory]
    [InlineData(1, new double[] { 1, 3 })]
    [InlineData(0, new double[] { 2, 4 })]
    public void A_branch_takes_a_side(double which, double[] expected) => Assert.Equal(
        expected,
        Last("""[ { "name": "which", "shape": [], "type": "bool" }, { "name": "x", "shape": [2] }, { "name": "y", "shape": [2] } ]""", """{ "type": "branch", "name": "last", "inputs": ["which", "x", "y"] }""", [which], [1, 3], [2, 4]));

    [Fact]
    public void Products_of_whole_numbers_have_rows_and_columns() => Assert.Equal(
        [19, 22, 43, 50, -8, -10],
        Last(
            """[ { "name": "x", "shape": [3, 2], "type": "int" }, { "name": "y", "shape": [2, 2], "type": "int" } ]""",
            """{ "type": "matmul", "name": "last", "inputs": ["x", "y"] }""",
            [1, 2, 3, 4, -3, 1],
            [5, 6, 7, 8]));

    /// <summary>Positions along the middle axis, of two blocks and two columns.</summary>
    [Fact]
    public void Updates_lie_where_they_lie_in_the_other_axes() => Assert.Equal(
        [0, 20, 10, 0, 0, 0, 0, 0, 30, 0, 0, 40],
        Last(
            """[ { "name": "x", "shape": [2, 3, 2] }, { "name": "at", "shape": [2, 1, 2], "type": "long" }, { "name": "more", "shape": [2, 1, 2] } ]""",
            """{ "type": "scatter", "name": "last", "inputs": ["x", "at", "more"], "axis": 1 }""",
            new double[12],
            [1, 0, 1, 2],
            [10, 20, 30, 40]));

    [Theory]
    [InlineData(false, new double[] { 10, 2, 3, 4, 30, 6 })]
    [InlineData(true, new double[] { 11, 2, 3, 4, 35, 6 })]
    public void Updates_take_the_place_of_values_or_are_added(bool adds, double[] expected) => Assert.Equal(
        expected,
        Last(
            """[ { "name": "x", "shape": [3, 2] }, { "name": "at", "shape": [2, 1], "type": "long" }, { "name": "more", "shape": [2, 1] } ]""",
            $$"""{ "type": "scatter", "name": "last", "inputs": ["x", "at", "more"], "axis": 0, "add": {{(adds ? "true" : "false")}} }""",
            [1, 2, 3, 4, 5, 6],
            [0, -1],
            [10, 30]));

    [Theory]
    [InlineData(-4, false)]
    [InlineData(-3, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Positions_are_within_the_axis(long index, bool isWithin)
    {
        const string Ports = """[ { "name": "x", "shape": [3, 1] }, { "name": "at", "shape": [1, 1], "type": "long" }, { "name": "more", "shape": [1, 1] } ]""";
        double[] Scattered() => Last(Ports, """{ "type": "scatter", "name": "last", "inputs": ["x", "at", "more"], "axis": 0 }""", [1, 2, 3], [index], [9]);
        double[] Gathered() => Last(Ports, """{ "type": "gather", "name": "last", "inputs": ["x", "at"], "axis": 0 }""", [1, 2, 3], [index], [9]);
        if (!isWithin)
        {
            Assert.Throws<DataIndexException>(Scattered);
            Assert.Throws<DataIndexException>(Gathered);
            return;
        }

        int place = (int)(index < 0 ? index + 3 : index);
        Assert.Equal([.. Enumerable.Range(0, 3).Select(i => i == place ? 9.0 : i + 1)], Scattered());
        Assert.Equal([place + 1.0], Gathered());
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(-1, false)]
    public void An_embedding_counts_from_the_front_alone(long index, bool isWithin)
    {
        double[] Embedded() => Last(
            """[ { "name": "at", "shape": [2], "type": "long" } ]""", """{ "type": "embedding", "name": "last", "inputs": ["at"], "weights": [[1, 2], [3, 4], [5, 6]] }""", [1, index]);
        if (!isWithin)
        {
            Assert.Throws<DataIndexException>(Embedded);
            return;
        }

        Assert.Equal([3, 4, (2 * index) + 1, (2 * index) + 2], Embedded());
    }

    [Fact]
    public void Rows_along_an_inner_axis_are_gathered() => Assert.Equal(
        [5, 6, 1, 2, 11, 12, 7, 8],
        Last(
            """[ { "name": "x", "shape": [2, 3, 2] }, { "name": "at", "shape": [2], "type": "long" } ]""",
            """{ "type": "gather", "name": "last", "inputs": ["x", "at"], "axis": 1 }""",
            [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
            [-1, 0]));

    [Fact]
    public void A_one_hot_row_has_a_one_where_the_position_is() => Assert.Equal(
        [0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
        Last("""[ { "name": "x", "shape": [8], "type": "long" } ]""", """{ "type": "one_hot", "name": "last", "count": 3 }""", [2, -1, 3, -3, -4, 0, 3, 1]));

    [Fact]
    public void Pairs_that_agree_give_back_their_probabilities()
    {
        double[] expected = [0.6, 0.3, 0.08, 0.02];
        double[] pairs = [.. from i in Enumerable.Range(0, 4) from j in Enumerable.Range(i + 1, 3 - i) select expected[i] / (expected[i] + expected[j])];
        double[] found = Last("""[ { "name": "x", "shape": [6] } ]""", """{ "type": "pairwise_coupling", "name": "last", "count": 4 }""", pairs);
        Assert.All(expected, (probability, i) => Assert.Equal(probability, found[i], 0.01));
        Assert.Equal(1, found.Sum(), 1e-12);
    }

    // Wu, Lin and Weng's rounds, each with its sums added up anew; the first row ends where it begins.
    [Theory]
    [InlineData(new[] { 0.9, 0.1004, 0.9 }, new[] { 0.3333333333, 0.3333333333, 0.3333333333 })]
    [InlineData(new[] { 0.9, 0.104, 0.9 }, new[] { 0.3353189697, 0.332004162, 0.3326768682 })]
    [InlineData(new[] { 0.999, 0.0001, 0.64 }, new[] { 0.1702920806, 0.2658031622, 0.5639047572 })]
    [InlineData(new[] { 0.5, 0.999, 0.999, 0.999, 0.999, 0.5 }, new[] { 0.4994683864, 0.4994951058, 0.0005327984, 0.0005037094 })]
    public void The_search_for_probabilities_ends_in_the_round_in_which_libsvm_does(double[] pairs, double[] expected)
    {
        int count = pairs.Length;
        double[] found = Last($$"""[ { "name": "x", "shape": [2, {{count}}] } ]""", $$"""{ "type": "pairwise_coupling", "name": "last", "count": {{expected.Length}} }""", [.. Enumerable.Repeat(0.5, count), .. pairs]);
        Assert.Equal(2 * expected.Length, found.Length);
        Assert.All(found.Take(expected.Length), probability => Assert.Equal(1.0 / expected.Length, probability, 1e-12));
        Assert.All(expected, (probability, i) => Assert.Equal(probability, found[expected.Length + i], 1e-9));
    }

    /// <summary>Two boxes of which half is common, one apart, and one within the first.</summary>
    [Theory]
    [InlineData("""  "count": 4, "overlap": 0.5 """, new double[] { 0, 0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 3 })]
    [InlineData("""  "count": 4, "overlap": 0.3 """, new double[] { 0, 0, 1, 0, 0, 2, 0, 0, 3, -1, -1, -1 })]
    [InlineData("""  "count": 4, "overlap": 0.3, "score": 0.5 """, new double[] { 0, 0, 1, 0, 0, 2, -1, -1, -1, -1, -1, -1 })]
    [InlineData("""  "count": 1, "overlap": 0.3 """, new double[] { 0, 0, 1 })]
    [InlineData("""  "count": 4, "overlap": 0.2 """, new double[] { 0, 0, 1, 0, 0, 2, -1, -1, -1, -1, -1, -1 })]
    public void Boxes_that_others_cover_are_left_out(string arguments, double[] expected) => Assert.Equal(
        expected,
        Last(
            """[ { "name": "boxes", "shape": [1, 4, 4] }, { "name": "scores", "shape": [1, 1, 4] } ]""",
            $$"""{ "type": "non_max_suppression", "name": "last", "inputs": ["boxes", "scores"], {{arguments}} }""",
            [0, 0, 2, 2, 3, 2, 1, 0, 5, 5, 6, 7, 2, 1, 3, 2],
            [0.8, 0.9, 0.6, 0.5]));

    [Fact]
    public void Each_class_of_each_image_chooses_by_itself() => Assert.Equal(
        [0, 0, 0, 0, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, -1, -1, -1, -1, -1, -1],
        Last(
            """[ { "name": "boxes", "shape": [2, 2, 4] }, { "name": "scores", "shape": [2, 2, 2] } ]""",
            """{ "type": "non_max_suppression", "name": "last", "inputs": ["boxes", "scores"], "count": 2, "overlap": 0.5 }""",
            [0, 0, 1, 1, 2, 2, 3, 3, 0, 0, 1, 1, 0, 0, 1, 1],
            [0.9, 0.1, 0.2, 0.8, 0.5, 0.6, 0.4, 0.3]));

    [Fact]
    public void Centred_boxes_reach_to_both_sides() => Assert.Equal(
        [0, 0, 1, 0, 0, 2, -1, -1, -1],
        Last(
            """[ { "name": "boxes", "shape": [1, 3, 4] }, { "name": "scores", "shape": [1, 1, 3] } ]""",
            """{ "type": "non_max_suppression", "name": "last", "inputs": ["boxes", "scores"], "count": 3, "overlap": 0.3, "centered": true }""",
            [1, 1, 2, 2, 2, 1, 2, 2, 3, 4, 2, 4],
            [0.8, 0.9, 0.6]));

    /// <summary>A square and its half have a half in common, and two squares beside each other a third.</summary>
    [Theory]
    [InlineData(new double[] { 1, 1, 2, 2, 1, 0.5, 2, 1 }, 0.5, true)]
    [InlineData(new double[] { 1, 1, 2, 2, 1, 0.5, 2, 1 }, 0.49, false)]
    [InlineData(new double[] { 1, 1, 2, 2, 0.5, 1, 1, 2 }, 0.5, true)]
    [InlineData(new double[] { 1, 1, 2, 2, 0.5, 1, 1, 2 }, 0.49, false)]
    [InlineData(new double[] { 1, 1, 2, 2, 2, 1, 2, 2 }, 0.3, false)]
    [InlineData(new double[] { 1, 1, 2, 2, 2, 1, 2, 2 }, 0.35, true)]
    [InlineData(new double[] { 1, 1, 2, 2, 1, 2, 2, 2 }, 0.3, false)]
    [InlineData(new double[] { 1, 1, 2, 2, 1, 2, 2, 2 }, 0.35, true)]
    public void The_share_of_centred_boxes_in_common_decides(double[] boxes, double overlap, bool areBoth) => Assert.Equal(
        areBoth ? [0, 0, 0, 0, 0, 1] : [0, 0, 0, -1, -1, -1],
        Last(
            """[ { "name": "boxes", "shape": [1, 2, 4] }, { "name": "scores", "shape": [1, 1, 2] } ]""",
            FormattableString.Invariant($$"""{ "type": "non_max_suppression", "name": "last", "inputs": ["boxes", "scores"], "count": 2, "overlap": {{overlap}}, "centered": true }"""),
            boxes,
            [0.9, 0.8]));

    private static double[] Last(string ports, string layer, params double[][] inputs)
    {
        Network network = InterpreterTests.Bind($$"""{ "inputs": {{ports}}, "precision": "double", "layers": [ {{layer}} ], "outputs": [ { "name": "last" } ] }""");
        int tensor = Enumerable.Range(0, network.Tensors.Count).Single(i => network.Tensors[i].Name == "last");
        return Interpreter.Evaluate(network, inputs)[tensor];
    }
}
