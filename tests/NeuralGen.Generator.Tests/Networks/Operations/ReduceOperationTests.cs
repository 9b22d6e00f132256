using NeuralGen.Compiler.Networks;

namespace NeuralGen.Generator.Tests.Networks.Operations;

/// <summary>Reductions where sums of exponentials overflow, and where there are no numbers.</summary>
public class ReduceOperationTests
{
    [Theory]
    [InlineData("log_sum_exp", new[] { 1000.0, 1000 }, 1000 + 0.693147180559945309)]
    [InlineData("log_sum_exp", new[] { -1000.0, -2000 }, -1000)]
    [InlineData("log_sum_exp", new[] { 1, double.PositiveInfinity }, double.PositiveInfinity)]
    [InlineData("log_sum_exp", new[] { double.NegativeInfinity, double.NegativeInfinity }, double.NegativeInfinity)]
    [InlineData("log_sum_exp", new[] { 1, double.NaN }, double.NaN)]
    [InlineData("max", new[] { 1, double.NaN }, double.NaN)]
    [InlineData("min", new[] { double.NaN, 1 }, double.NaN)]
    public void Extremes_come_through(string operation, double[] input, double expected)
    {
        Network network = InterpreterTests.Bind($$"""
            { "inputs": [ { "shape": [2] } ], "precision": "double", "layers": [ { "type": "reduce", "operation": "{{operation}}", "axes": [0] } ] }
            """);
        Assert.Equal(expected, Assert.Single(Interpreter.Predict(network, input)));
    }
}
