using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>Normalisations of rows, groups and channels that say what cannot be, each reported where it is said, and worked numbers.</summary>
public class GroupNormalizationTests
{
    [Theory]
    [InlineData("{|NEURAL0201:{ \"type\": \"group_normalization\", \"name\": \"norm\" }|}", "Layer 'norm' (group_normalization) has no 'groups'")]
    [InlineData("{ \"type\": \"group_normalization\", \"name\": \"norm\", \"groups\": {|NEURAL0120:3|} }", "Layer 'norm' has 3 groups, which do not divide the 4 channels of its input 'input'")]
    [InlineData("{ \"type\": \"group_normalization\", \"name\": \"norm\", \"groups\": {|NEURAL0205:0|} }", "'groups' of layer 'norm' is 0; it must be at least 1")]
    [InlineData("{ \"type\": \"group_normalization\", \"name\": \"norm\", \"groups\": 2, \"gamma\": {|NEURAL0104:[1, 2]|} }", "'gamma' of layer 'norm' has 2 values; it needs 4")]
    [InlineData("{ \"type\": \"group_normalization\", \"name\": \"norm\", \"groups\": 2, \"epsilon\": {|NEURAL0205:0|} }", "'epsilon' of layer 'norm' is 0; it must be more than 0 and finite in single precision")]
    [InlineData("{ \"type\": \"instance_normalization\", \"name\": \"norm\", \"affine\": {|NEURAL0205:false|}, \"beta\": [1, 2, 3, 4] }", "'affine' of layer 'norm' is false; it must be true or left out, since the layer has a 'beta'")]
    [InlineData("{ \"type\": \"flatten\" }, {|NEURAL0117:{ \"type\": \"instance_normalization\", \"name\": \"norm\" }|}", "Layer 'norm' (instance_normalization) needs an input of shape [channels, …] with one to three axes of pixels; its input 'flatten' has shape [8]")]
    [InlineData("{ \"type\": \"rms_normalization\", \"name\": \"norm\", \"gamma\": {|NEURAL0104:[1, 2, 3]|} }", "'gamma' of layer 'norm' has 3 values; it needs 2")]
    public void Wrong_arguments_are_reported_at_the_argument(string layer, string message) => Diagnose
        .File($$"""{ "inputs": [ { "shape": [4, 2] } ], "layers": [ {{layer}} ] }""").Reports(message);

    [Fact]
    public void Attributes_are_reported_at_their_arguments() => Diagnose
        .Source("""
            [NeuralNetwork(InputShape = [4, 2])]
            [GroupNormalization({|NEURAL0120:3|}, Name = "groups")]
            [InstanceNormalization(Gamma = {|NEURAL0104:[1, 2]|}, Name = "channels")]
            [RmsNormalization(Epsilon = {|NEURAL0205:-1|}, Name = "rows")]
            public partial class Net;
            """)
        .Reports(
            "Layer 'groups' has 3 groups, which do not divide the 4 channels of its input 'input'",
            "'Gamma' of layer 'channels' has 2 values; it needs 4",
            "'Epsilon' of layer 'rows' is -1; it must be more than 0 and finite in single precision");

    [Theory]
    [InlineData("GroupNormalization(2, Gamma = [1, 2, 3, 4], Beta = [0, 0, 0, 10], Epsilon = 0.4375)", new[] { -0.75, -0.25, 0.5, 1.5, -2.25, -0.75, 11, 13 })]
    [InlineData("InstanceNormalization(Beta = [0, 1, 2, 3], Epsilon = 0.75)", new[] { -0.5, 0.5, 0.5, 1.5, 1.5, 2.5, 2.5, 3.5 })]
    [InlineData("InstanceNormalization(Epsilon = 0.75)", new[] { -0.5, 0.5, -0.5, 0.5, -0.5, 0.5, -0.5, 0.5 })]
    public void Channels_are_normalised_in_their_groups(string attribute, double[] expected)
    {
        CompiledNetwork compiled = new GeneratorHost()
            .Source($"using NeuralGen; [NeuralNetwork(InputShape = [4, 2])] [{attribute}] public static partial class Net;").Run().Network("Net");

        // Four neighbours have a variance of 1.25, which 0.4375 makes less than a square: see what each group becomes.
        double[] input = attribute.StartsWith("Group", StringComparison.Ordinal) ? [-0.75 * Root, -0.25 * Root, 0.25 * Root, 0.75 * Root, -0.75 * Root, -0.25 * Root, 0.25 * Root, 0.75 * Root] : [0, 1, 2, 3, 4, 5, 6, 7];
        Assert.All(expected.Zip(compiled.Predict(input)), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    /// <summary>The deviation of four values at -3/4, -1/4, 1/4 and 3/4 of it: √(root²·5/16 + 0.4375) is the root itself.</summary>
    private static double Root { get; } = Math.Sqrt(0.4375 / (1 - 0.3125));

    [Theory]
    [InlineData(Precision.Single, 1.1920929e-7)]
    [InlineData(Precision.Double, 2.220446049250313e-16)]
    public void The_root_of_squares_leaves_the_mean_in(Precision precision, double epsilon)
    {
        CompiledNetwork compiled = new GeneratorHost()
            .Source($"using NeuralGen; [NeuralNetwork(InputShape = [2, 2], Precision = Precision.{precision})] [RmsNormalization(Gamma = [1, 10])] public static partial class Net;").Run().Network("Net");

        // √((3² + 4²) / 2) and √epsilon, of which zeros show nothing.
        double root = Math.Sqrt(12.5);
        double small = Math.Sqrt(epsilon);
        double[] expected = [3 / root, 40 / root, small / Math.Sqrt(2 * epsilon), 10 * small / Math.Sqrt(2 * epsilon)];
        Assert.All(expected.Zip(compiled.Predict([3, 4, small, small])), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }
}
