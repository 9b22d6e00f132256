using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Generator.Tests.Networks.Operations;

/// <summary>What operations say that their outputs can be, against what they are at the corners of their inputs.</summary>
public class OperationBoundsTests
{
    private static readonly Dictionary<Type, bool> Exact = new()
    {
        [typeof(AddOperation)] = true,
        [typeof(BatchNormalizationOperation)] = true,
        [typeof(ConcatOperation)] = true,
        [typeof(ConstantOperation)] = true,
        [typeof(DropoutOperation)] = true,
        [typeof(MoveOperation)] = true,
        [typeof(NormalizationOperation)] = true,
    };

    /// <summary>Each value of theirs goes one way only as their inputs do.</summary>
    [Fact]
    public void What_goes_one_way_is_bounded_by_its_corners()
    {
        Random random = new(3);
        HashSet<Type> met = [];
        foreach ((Operation operation, double[][] inputs, double[] output) in OperationCases.All())
        {
            Interval[][] range = [.. inputs.Select(values => Array.ConvertAll(values, value => new Interval(value - random.NextDouble(), value + random.NextDouble())))];
            Interval[] bounds = operation.Bounds(range, output.Length);
            Assert.Equal(output.Length, bounds.Length);
            Assert.All(output, (value, i) => Assert.InRange(value, bounds[i].Low, bounds[i].High));
            if (!Exact.ContainsKey(operation.GetType()))
            {
                continue;
            }

            met.Add(operation.GetType());
            double[] low = operation.Evaluate([.. range.Select(values => Array.ConvertAll(values, value => value.Low))]);
            double[] high = operation.Evaluate([.. range.Select(values => Array.ConvertAll(values, value => value.High))]);
            Assert.All(bounds, (bound, i) =>
            {
                Assert.Equal(Math.Min(low[i], high[i]), bound.Low, 1e-9);
                Assert.Equal(Math.Max(low[i], high[i]), bound.High, 1e-9);
            });
        }

        Assert.Superset(new HashSet<Type> { typeof(AddOperation), typeof(BatchNormalizationOperation), typeof(ConcatOperation), typeof(MoveOperation) }, met);
    }

    [Theory]
    [InlineData("""{ "type": "one_hot", "name": "last", "inputs": ["at"], "count": 3 }""", 0, 1)]
    [InlineData("""{ "type": "pairwise_coupling", "name": "last", "inputs": ["x"], "count": 2 }""", 0, 1)]
    [InlineData("""{ "type": "branch", "name": "last", "inputs": ["which", "x", "y"] }""", -3, 5)]
    [InlineData("""{ "type": "cast", "name": "last", "inputs": ["at"], "to": "float" }""", -2, 4)]
    [InlineData("""{ "type": "cast", "name": "last", "inputs": ["x"], "to": "int" }""", double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData("""{ "type": "constant", "name": "last", "values": [2.5] }""", 2.5, 2.5)]
    [InlineData("""{ "type": "constant", "name": "last", "values": ["nan"] }""", double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData("""{ "type": "constant", "name": "last", "values": [7], "element_type": "long" }""", 7, 7)]
    [InlineData("""{ "type": "normalization", "name": "last", "inputs": ["x"], "mean": [1], "scale": [-2] }""", -2, 2)]
    [InlineData("""{ "type": "pad", "name": "last", "inputs": ["x"], "padding": [1, 0], "value": 9 }""", 9, 9)]
    [InlineData("""{ "type": "dropout", "name": "last", "inputs": ["x"], "rate": 0.5 }""", -3, 5)]
    [InlineData("""{ "type": "softmax", "name": "last", "inputs": ["x"] }""", double.NegativeInfinity, double.PositiveInfinity)]
    public void A_layer_says_what_its_first_value_can_be(string layer, double low, double high)
    {
        Network network = InterpreterTests.Bind($$"""
            { "inputs": [ { "name": "x", "shape": [1] }, { "name": "y", "shape": [1] }, { "name": "at", "shape": [1], "type": "long" }, { "name": "which", "shape": [], "type": "bool" } ],
              "layers": [ {{layer}} ] }
            """);
        Operation last = network.Operations[^1];
        Interval[][] inputs = [.. last.Inputs.Select(input => (Interval[])[network.Tensors[input].Name switch
        {
            "x" => new Interval(-3, 5),
            "y" => new Interval(-2, 4),
            "at" => new Interval(-2, 4),
            _ => new Interval(0, 1),
        }])];
        Assert.Equal(new Interval(low, high), last.Bounds(inputs, network.Tensors[last.Output].Size)[0]);
    }
}
