using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Generator.Tests.Networks.Operations;

/// <summary>How much work operations say they are, counted by hand, and up to which size they look at values one by one.</summary>
public class OperationWorkTests
{
    [Theory]
    [InlineData("[2, 3]", """{ "type": "layer_normalization", "name": "last" }""", 18, null)]
    [InlineData("[4, 3]", """{ "type": "group_normalization", "name": "last", "groups": 2 }""", 36, null)]
    [InlineData("[2, 3]", """{ "type": "batch_normalization", "name": "last", "gamma": [1, 2], "beta": [0, 0], "mean": [0, 0], "variance": [1, 1] }""", 6, null)]
    [InlineData("[5]", """{ "type": "batch_normalization", "name": "last", "gamma": [1, 2, 3, 4, 5], "beta": [0, 0, 0, 0, 0], "mean": [0, 0, 0, 0, 0], "variance": [1, 1, 1, 1, 1] }""", 5, null)]
    [InlineData("[2, 3, 5]", """{ "type": "reduce", "name": "last", "operation": "sum", "axes": [1] }""", 0, 30)]
    [InlineData("[2, 3, 5]", """{ "type": "reduce", "name": "last", "operation": "product", "axes": [1] }""", 0, 90)]
    [InlineData("[2, 3]", """{ "type": "expression", "name": "last", "formula": "input * input + 1" }""", 0, 30)]
    [InlineData("[2, 3]", """{ "type": "activation", "name": "last", "activation": "tanh" }""", 0, null)]
    [InlineData("[2, 7]", """{ "type": "conv1d", "name": "last", "weights": [[[1, 2, 3], [4, 5, 6]]] }""", 30, null)]
    [InlineData("[2, 3]", """{ "type": "conv_transpose1d", "name": "last", "weights": [[[1, 2]], [[4, 5]]] }""", 12, null)]
    public void Work_is_counted(string shape, string layer, long multiplyAdds, int? terms)
    {
        Operation last = Last(shape, layer);
        Assert.Equal(multiplyAdds, last.MultiplyAdds);
        Assert.Equal(terms, last.UnrolledTerms);
    }

    [Fact]
    public void A_pool_reads_what_is_under_its_window_at_each_position() => Assert.Equal(
        2 * (3 * 4) * (2 * 3),
        ((PoolOperation)Last("[2, 4, 6]", """{ "type": "max_pool2d", "name": "last", "kernel": [2, 3], "stride": 1 }""")).Reads);

    /// <summary>Of neighbours only the first is read, as long as somebody looks.</summary>
    [Theory]
    [InlineData("""{ "type": "conv1d", "name": "last", "stride": 2, "weights": [[[1]]] }""")]
    [InlineData("""{ "type": "max_pool1d", "name": "last", "kernel": 1, "stride": 2 }""")]
    [InlineData("""{ "type": "resize", "name": "last", "mode": "nearest", "scale": 0.5 }""")]
    public void Up_to_4096_values_are_looked_at_one_by_one(string layer)
    {
        foreach (int size in new[] { 4096, 4098 })
        {
            Operation last = Last($"[1, {size}]", layer);
            int outputs = last.Evaluate([new double[size]]).Length;
            Assert.Equal(size / 2, outputs);
            Assert.DoesNotContain(true, last.NeededInputs(0, size, new bool[outputs]));
            bool[] one = new bool[outputs];
            one[3] = true;
            Assert.Equal(size == 4096 ? 1 : size, last.NeededInputs(0, size, one).Count(isNeeded => isNeeded));
        }
    }

    private static Operation Last(string shape, string layer)
    {
        Network network = InterpreterTests.Bind($$"""{ "inputs": [ { "shape": {{shape}} } ], "layers": [ {{layer}} ] }""");
        return network.Operations.Single(operation => operation.Layer == "last");
    }
}
