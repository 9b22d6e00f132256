using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Compiler.Values;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Networks.IndexMaps;

/// <summary>Where moved values come from, by hand: the input counts 1, 2, 3 along its rows.</summary>
public class IndexMapTests
{
    [Theory]
    [InlineData("[2, 3]", "\"type\": \"transpose\", \"axes\": [1, 0]", "[3, 2]", "1 4 2 5 3 6")]
    [InlineData("[2, 3]", "\"type\": \"transpose\", \"axes\": [0, -1]", "[2, 3]", "1 2 3 4 5 6")]
    [InlineData("[2, 1, 3]", "\"type\": \"transpose\", \"axes\": [2, 0, 1]", "[3, 2, 1]", "1 4 2 5 3 6")]
    [InlineData("[2, 2, 2]", "\"type\": \"transpose\", \"axes\": [1, 2, 0]", "[2, 2, 2]", "1 5 2 6 3 7 4 8")]
    [InlineData("[5]", "\"type\": \"slice\"", "[5]", "1 2 3 4 5")]
    [InlineData("[5]", "\"type\": \"slice\", \"start\": 1, \"end\": 3", "[2]", "2 3")]
    [InlineData("[5]", "\"type\": \"slice\", \"start\": -2", "[2]", "4 5")]
    [InlineData("[5]", "\"type\": \"slice\", \"end\": -3", "[2]", "1 2")]
    [InlineData("[5]", "\"type\": \"slice\", \"start\": -9, \"end\": 9, \"step\": 2", "[3]", "1 3 5")]
    [InlineData("[5]", "\"type\": \"slice\", \"start\": 1, \"end\": 4, \"step\": 2", "[2]", "2 4")]
    [InlineData("[5]", "\"type\": \"slice\", \"step\": -1", "[5]", "5 4 3 2 1")]
    [InlineData("[5]", "\"type\": \"slice\", \"step\": -2, \"start\": 3", "[2]", "4 2")]
    [InlineData("[5]", "\"type\": \"slice\", \"step\": -2, \"start\": 9, \"end\": 0", "[2]", "5 3")]
    [InlineData("[5]", "\"type\": \"slice\", \"step\": 2147483647", "[1]", "1")]
    [InlineData("[5]", "\"type\": \"slice\", \"step\": -2147483647", "[1]", "5")]
    [InlineData("[2, 3]", "\"type\": \"slice\", \"axis\": -1, \"start\": 1", "[2, 2]", "2 3 5 6")]
    [InlineData("[2, 3]", "\"type\": \"slice\", \"axis\": 0, \"start\": 1", "[1, 3]", "4 5 6")]
    [InlineData("[2, 3]", "\"type\": \"slice\", \"axis\": 1, \"step\": -2", "[2, 2]", "3 1 6 4")]
    [InlineData("[3]", "\"type\": \"pad\", \"padding\": [1, 2]", "[6]", "0 1 2 3 0 0")]
    [InlineData("[3]", "\"type\": \"pad\", \"padding\": [0, 1], \"value\": -7", "[4]", "1 2 3 -7")]
    [InlineData("[3]", "\"type\": \"pad\", \"padding\": [2, 1], \"mode\": \"reflect\"", "[6]", "3 2 1 2 3 2")]
    [InlineData("[3]", "\"type\": \"pad\", \"padding\": [2, 1], \"mode\": \"edge\"", "[6]", "1 1 1 2 3 3")]
    [InlineData("[2, 2]", "\"type\": \"pad\", \"padding\": [1, 0, 0, 1], \"value\": 9", "[3, 3]", "9 9 9 1 2 9 3 4 9")]
    [InlineData("[2, 2]", "\"type\": \"pad\", \"padding\": [1, 0, 0, 1], \"mode\": \"reflect\"", "[3, 3]", "3 4 3 1 2 1 3 4 3")]
    [InlineData("[2, 2]", "\"type\": \"pad\", \"padding\": [0, 2, 1, 0], \"mode\": \"edge\"", "[3, 4]", "1 1 1 2 3 3 3 4 3 3 3 4")]
    [InlineData("[4]", "\"type\": \"gather\", \"indices\": [3, -4, 0, 1]", "[4]", "4 1 1 2")]
    [InlineData("[2, 3]", "\"type\": \"gather\", \"axis\": 1, \"indices\": [2, 0]", "[2, 2]", "3 1 6 4")]
    [InlineData("[2, 3]", "\"type\": \"gather\", \"indices\": [1, 1, 0]", "[3, 3]", "4 5 6 4 5 6 1 2 3")]
    [InlineData("[4]", "\"type\": \"split\", \"outputs\": [\"a\", \"b\"] }, { \"type\": \"concat\", \"inputs\": [\"b\", \"a\"]", "[4]", "3 4 1 2")]
    [InlineData("[4]", "\"type\": \"split\", \"outputs\": [\"a\", \"b\"], \"sizes\": [1, 3] }, { \"type\": \"slice\", \"inputs\": [\"b\"]", "[3]", "2 3 4")]
    [InlineData("[2, 3]", "\"type\": \"split\", \"axis\": -1, \"parts\": 3, \"outputs\": [\"a\", \"b\", \"c\"] }, { \"type\": \"add\", \"inputs\": [\"a\", \"c\"]", "[2, 1]", "4 10")]
    public void Values_come_from_where_a_layer_says(string shape, string layer, string outputShape, string expected)
    {
        string json = $$"""{ "inputs": [ { "shape": {{shape}} } ], "layers": [ { {{layer}} } ] }""";
        ProblemList problems = new();
        Network network = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(json, problems, default), "Net.nn.json", problems).Network!;
        double[] input = [.. Enumerable.Range(1, network.Input.Size).Select(value => (double)value)];
        Assert.Equal(outputShape, network.Output.Shape.ToString());
        Assert.Equal(expected, string.Join(' ', Interpreter.Predict(network, input)));
        foreach (string emission in new[] { "unrolled", "vectorized" })
        {
            CompiledNetwork compiled = new GeneratorHost().File("/project/net.nn.json", json.Replace("{ \"inputs\"", $"{{ \"emission\": \"{emission}\", \"inputs\"", StringComparison.Ordinal)).Run().Network("Project.Net");
            Assert.Equal(expected, string.Join(' ', compiled.Predict(input)));
            Assert.Equal($"{expected} {expected}", string.Join(' ', compiled.PredictBatch([.. input, .. input])));
        }
    }

    [Theory]
    [InlineData("4", "0+1 from 4 by 1")]
    [InlineData("0 1 2 5 3 1", "0+3 from 0 by 1, 3+3 from 5 by -2")]
    [InlineData("2 2 2 7", "0+3 from 2 by 0, 3+1 from 7 by 1")]
    public void Positions_at_equal_distances_are_one_run(string positions, string expected) => Assert.Equal(
        expected,
        string.Join(", ", AxisRun.Of([.. positions.Split(' ').Select(int.Parse)]).Select(run => FormattableString.Invariant($"{run.Start}+{run.Size} from {run.Source} by {run.Step}"))));

    [Fact]
    public void A_part_of_the_first_axis_is_neighbours_and_one_of_the_last_is_not()
    {
        Assert.True(IndexMap.Along(Shape.Of(3, 2), 0, [new AxisRun(0, 2, 1, 1)]) is { IsSlice: true, IsIdentity: false });
        Assert.False(IndexMap.Along(Shape.Of(3, 2), 1, [new AxisRun(0, 1, 1, 1)]).IsSlice);
        Assert.True(IndexMap.Along(Shape.Of(3, 2), 1, [new AxisRun(0, 2, 0, 1)]).IsIdentity);
    }
}
