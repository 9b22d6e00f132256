using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>What is made of several values, and what of it cannot be, reported where it is said.</summary>
public class ReduceTests
{
    [Theory]
    [InlineData("{|NEURAL0201:{ \"type\": \"reduce\", \"name\": \"one\" }|}", "Layer 'one' (reduce) has no 'operation'")]
    [InlineData("{ \"type\": \"reduce\", \"name\": \"one\", \"operation\": {|NEURAL0019:\"average\"|} }", "Operation 'average' of layer 'one' is unknown")]
    [InlineData("{ \"type\": \"reduce\", \"name\": \"one\", \"operation\": \"sum\", \"axes\": [{|NEURAL0121:2|}] }", "'axes' of layer 'one' is 2; its input 'input' of shape [2, 3] has the axes -2 to 1")]
    [InlineData("{ \"type\": \"reduce\", \"name\": \"one\", \"operation\": \"sum\", \"axes\": [1, {|NEURAL0130:-1|}] }", "'axes' of layer 'one' names axis 1 twice")]
    public void Wrong_arguments_are_reported_at_the_argument(string layer, string message) => Diagnose
        .File($$"""{ "inputs": [ { "shape": [2, 3] } ], "layers": [ {{layer}} ] }""").Reports(message);

    [Fact]
    public void Attributes_are_reported_at_their_arguments() => Diagnose
        .Source("""
            [NeuralNetwork(InputShape = [2, 3])]
            [Reduce(Reduction.Mean, Axes = [{|NEURAL0121:2|}], Name = "one")]
            public partial class Net;
            """)
        .Reports("'Axes' of layer 'one' is 2; its input 'input' of shape [2, 3] has the axes -2 to 1");

    [Theory]
    [InlineData("Reduction.Sum", new double[] { -4 })]
    [InlineData("Reduction.Mean, Axes = [0]", new[] { 2.5, 0, -4.5 })]
    [InlineData("Reduction.Max, Axes = [-1], KeepDimensions = true", new double[] { 1, 4 })]
    [InlineData("Reduction.Min, Axes = [1]", new double[] { -3, -6 })]
    [InlineData("Reduction.Product, Axes = [1]", new double[] { 0, 0 })]
    [InlineData("Reduction.Product, Axes = [0]", new double[] { 4, 0, 18 })]
    [InlineData("Reduction.L1, Axes = [1]", new double[] { 4, 10 })]
    [InlineData("Reduction.L2, Axes = [0, 1]", new[] { 7.874007874011811 })]
    [InlineData("Reduction.SumOfSquares, Axes = [1]", new double[] { 10, 52 })]
    [InlineData("Reduction.LogSumExp, Axes = [1]", new[] { 1.3265626, 4.0181945 })]
    public void Values_are_reduced(string arguments, double[] expected)
    {
        CompiledNetwork compiled = new GeneratorHost()
            .Source($"using NeuralGen; [NeuralNetwork(InputShape = [2, 3])] [Reduce({arguments})] public static partial class Net;").Run().Network("Net");
        Assert.All(expected.Zip(compiled.Predict(1, 0, -3, 4, 0, -6)), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Theory]
    [InlineData("unrolled")]
    [InlineData("vectorized")]
    public void Zeros_and_infinities_are_what_mathematics_says(string emission)
    {
        CompiledNetwork Net(string operation) => new GeneratorHost()
            .File("net.nn.json", $$"""{ "inputs": 3, "precision": "double", "emission": "{{emission}}", "layers": [ { "type": "reduce", "operation": "{{operation}}" } ] }""").Run().Network("Project.Net");
        CompiledNetwork product = Net("product");
        Assert.Equal([12, 8, 6], product.InputJacobian([2, 3, 4]));
        Assert.Equal([12, 0, 0], product.InputJacobian([0, 3, 4]));
        Assert.Equal([0, 0, 0], product.InputJacobian([0, 3, 0]));
        Assert.Equal([0, 0.5, 0.5], Net("max").InputJacobian([1, 2, 2]));
        Assert.Equal([0, 0, 0], Net("l2").InputJacobian([0, 0, 0]));
        Assert.Equal([1, 0, -1], Net("l1").InputJacobian([7, 0, -7]));
        CompiledNetwork exponentials = Net("log_sum_exp");
        Assert.Equal(double.NegativeInfinity, exponentials.Predict(double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity)[0]);
        Assert.Equal(1000 + Math.Log(2), exponentials.Predict(1000, 1000, double.NegativeInfinity)[0], 1e-12);
    }
}
