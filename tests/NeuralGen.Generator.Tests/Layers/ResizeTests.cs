using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>Other sizes: worked numbers, and what cannot be, reported where it is said.</summary>
public class ResizeTests
{
    [Theory]
    [InlineData("{|NEURAL0201:{ \"type\": \"resize\", \"name\": \"up\" }|}", "Layer 'up' (resize) has no 'size'")]
    [InlineData("{ \"type\": \"resize\", \"name\": \"up\", \"size\": {|NEURAL0118:[1, 2, 3]|} }", "'size' of layer 'up' has 3 numbers; for 2 axes it needs 1 or 2")]
    [InlineData("{ \"type\": \"resize\", \"name\": \"up\", \"size\": [1, {|NEURAL0205:0|}] }", "'size' of layer 'up' is 0; it must be at least 1")]
    [InlineData("{ \"type\": \"resize\", \"name\": \"up\", \"size\": 2, \"scale\": {|NEURAL0205:2|} }", "'scale' of layer 'up' is given; it must be left out, since the layer has a 'size'")]
    [InlineData("{ \"type\": \"resize\", \"name\": \"up\", \"scale\": {|NEURAL0205:-2|} }", "'scale' of layer 'up' is -2; it must be more than 0 and finite")]
    [InlineData("{ \"type\": \"resize\", \"name\": \"up\", \"scale\": {|NEURAL0205:0.25|} }", "'scale' of layer 'up' is 0.25; it must be large enough to leave a value of axis 1 of its input 'input' of shape [1, 2, 3]")]
    [InlineData("{ \"type\": \"resize\", \"name\": \"up\", \"scales\": [1, {|NEURAL0205:0.25|}] }", "'scales' of layer 'up' is 0.25; it must be large enough to leave a value of axis 2 of its input 'input' of shape [1, 2, 3]")]
    [InlineData("{ \"type\": \"resize\", \"name\": \"up\", \"scales\": {|NEURAL0104:[1]|} }", "'scales' of layer 'up' has 1 value; it needs 2")]
    [InlineData("{ \"type\": \"resize\", \"name\": \"up\", \"scale\": 2, \"align_corners\": {|NEURAL0205:true|} }", "'align_corners' of layer 'up' is true; it must be left out where 'mode' is not 'linear' or 'cubic'")]
    [InlineData("{ \"type\": \"resize\", \"name\": \"up\", \"scale\": 2, \"mode\": {|NEURAL0019:\"bilinear\"|} }", "Mode 'bilinear' of layer 'up' is unknown")]
    [InlineData("{ \"type\": \"flatten\" }, {|NEURAL0117:{ \"type\": \"resize\", \"name\": \"up\", \"scale\": 2 }|}", "Layer 'up' (resize) needs an input of shape [channels, …] with one to three axes of pixels; its input 'flatten' has shape [6]")]
    public void Wrong_arguments_are_reported_at_the_argument(string layer, string message) => Diagnose
        .File($$"""{ "inputs": [ { "shape": [1, 2, 3] } ], "layers": [ {{layer}} ] }""").Reports(message);

    [Fact]
    public void Attributes_are_reported_at_their_arguments() => Diagnose
        .Source("""
            [NeuralNetwork(InputShape = [1, 2, 3])]
            [Resize(ResizeMode.Nearest, Scale = 2, AlignCorners = {|NEURAL0205:true|}, Name = "up")]
            public partial class Net;
            """)
        .Reports("'AlignCorners' of layer 'up' is true; it must be left out where 'Mode' is not 'linear' or 'cubic'");

    [Theory]
    [InlineData("Resize(Size = 2)", new double[] { 0, 8 })]
    [InlineData("Resize(Scale = 1.5)", new double[] { 0, 0, 4, 8, 8, 12 })]
    [InlineData("Resize(ResizeMode.NearestExact, Size = 2)", new double[] { 4, 12 })]
    [InlineData("Resize(ResizeMode.Linear, Sizes = [8])", new double[] { 0, 1, 3, 5, 7, 9, 11, 12 })]
    [InlineData("Resize(ResizeMode.Linear, Scales = [1.75], AlignCorners = true)", new double[] { 0, 2, 4, 6, 8, 10, 12 })]
    [InlineData("Resize(ResizeMode.Cubic, Size = 1)", new double[] { 6 })]
    public void Values_are_taken_from_their_places(string attribute, double[] expected)
    {
        CompiledNetwork compiled = new GeneratorHost()
            .Source($"using NeuralGen; [NeuralNetwork(InputShape = [1, 4])] [{attribute}] public static partial class Net;").Run().Network("Net");
        double[] actual = compiled.Predict(0, 4, 8, 12);
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }
}
