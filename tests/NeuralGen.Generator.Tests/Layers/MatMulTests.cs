using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>Products of matrices: what they compute, and what of them cannot be, reported where it is said.</summary>
public class MatMulTests
{
    [Theory]
    [InlineData("\"inputs\": [\"input\", {|NEURAL0140:\"input\"|}]", "Layer 'product' multiplies 'input' of shape [2, 3, 4] with 'input' of shape [2, 3, 4]: the rows of the one have 4 values, the columns of the other 3")]
    [InlineData("\"inputs\": [\"input\", {|NEURAL0140:\"turned\"|}]", "Layer 'product' multiplies 'input' of shape [2, 3, 4] with 'turned' of shape [3, 4, 2]: the axes before the matrices differ, and neither is 1")]
    [InlineData("\"inputs\": {|NEURAL0107:[\"input\"]|}", "Layer 'product' (matmul) reads 1 input; it takes 2")]
    [InlineData("\"inputs\": {|NEURAL0107:[\"input\", \"input\", \"input\"]|}", "Layer 'product' (matmul) reads 3 inputs; it takes 2")]
    public void Shapes_that_do_not_fit_are_reported_at_the_input(string inputs, string message) => Diagnose
        .File($$"""{ "inputs": [ { "shape": [2, 3, 4] } ], "layers": [ { "type": "transpose", "name": "turned", "axes": [1, 2, 0] }, { "type": "matmul", "name": "product", {{inputs}} } ] }""")
        .Reports(message);

    [Fact]
    public void Attributes_are_reported_at_their_arguments() => Diagnose
        .Source("""
            [NeuralNetwork(InputShape = [2, 3])]
            [Matmul(Inputs = ["input", {|NEURAL0140:"input"|}], Name = "product")]
            public partial class Net;
            """)
        .Reports("Layer 'product' multiplies 'input' of shape [2, 3] with 'input' of shape [2, 3]: the rows of the one have 3 values, the columns of the other 2");

    [Theory]
    [InlineData("Matmul(Inputs = [\"input\", \"input\"], TransposeRight = true)", new double[] { 14, 32, 32, 77 })]
    [InlineData("Matmul(Inputs = [\"input\", \"input\"], TransposeLeft = true)", new double[] { 17, 22, 27, 22, 29, 36, 27, 36, 45 })]
    [InlineData("Slice(End = 1)] [Reshape(3, Name = \"first\")] [Matmul(Inputs = [\"input\", \"first\"])", new double[] { 14, 32 })]
    [InlineData("Slice(Axis = 1, End = 1)] [Reshape(2, Name = \"first\")] [Matmul(Inputs = [\"first\", \"input\"])", new double[] { 17, 22, 27 })]
    [InlineData("Flatten(Name = \"flat\")] [Matmul(Inputs = [\"flat\", \"flat\"])", new double[] { 91 })]
    public void Matrices_are_multiplied(string attributes, double[] expected) => Assert.Equal(
        expected,
        new GeneratorHost().Source($"using NeuralGen; [NeuralNetwork(InputShape = [2, 3])] [{attributes}] public static partial class Net;").Run().Network("Net").Predict(1, 2, 3, 4, 5, 6));
}
