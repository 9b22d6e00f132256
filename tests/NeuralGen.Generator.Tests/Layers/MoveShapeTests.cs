using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>Layers that move values and say what cannot be, each reported where it is said.</summary>
public class MoveShapeTests
{
    [Theory]
    [InlineData("{|NEURAL0201:{ \"type\": \"transpose\", \"name\": \"turned\" }|}", "Layer 'turned' (transpose) has no 'axes'")]
    [InlineData("{ \"type\": \"transpose\", \"name\": \"turned\", \"axes\": {|NEURAL0118:[1, 0, 2]|} }", "'axes' of layer 'turned' has 3 numbers; for 2 axes it needs 2")]
    [InlineData("{ \"type\": \"transpose\", \"name\": \"turned\", \"axes\": [1, {|NEURAL0121:2|}] }", "'axes' of layer 'turned' is 2; its input 'input' of shape [2, 3] has the axes -2 to 1")]
    [InlineData("{ \"type\": \"transpose\", \"name\": \"turned\", \"axes\": [1, {|NEURAL0130:-1|}] }", "'axes' of layer 'turned' names axis 1 twice")]
    [InlineData("{ \"type\": \"slice\", \"name\": \"part\", \"axis\": {|NEURAL0121:2|} }", "'axis' of layer 'part' is 2; its input 'input' of shape [2, 3] has the axes -2 to 1")]
    [InlineData("{ \"type\": \"slice\", \"name\": \"part\", \"step\": {|NEURAL0205:0|} }", "'step' of layer 'part' is 0; it must be other than 0")]
    [InlineData("{ \"type\": \"slice\", \"name\": \"part\", \"start\": {|NEURAL0131:2|} }", "Layer 'part' takes nothing of axis 0 of its input 'input' of shape [2, 3], from 2 to the last in steps of 1")]
    [InlineData("{ \"type\": \"slice\", \"name\": \"part\", \"axis\": 1, \"start\": 1, \"end\": {|NEURAL0131:-2|} }", "Layer 'part' takes nothing of axis 1 of its input 'input' of shape [2, 3], from 1 to -2 in steps of 1")]
    [InlineData("{ \"type\": \"slice\", \"name\": \"part\", \"step\": -1, \"end\": {|NEURAL0131:-1|} }", "Layer 'part' takes nothing of axis 0 of its input 'input' of shape [2, 3], from the last to -1 in steps of -1")]
    [InlineData("{|NEURAL0201:{ \"type\": \"pad\", \"name\": \"wide\" }|}", "Layer 'wide' (pad) has no 'padding'")]
    [InlineData("{ \"type\": \"pad\", \"name\": \"wide\", \"padding\": {|NEURAL0118:[1, 1]|} }", "'padding' of layer 'wide' has 2 numbers; for 2 axes it needs 4")]
    [InlineData("{ \"type\": \"pad\", \"name\": \"wide\", \"padding\": [0, 0, {|NEURAL0205:-1|}, 0] }", "'padding' of layer 'wide' is -1; it must be at least 0")]
    [InlineData("{ \"type\": \"pad\", \"name\": \"wide\", \"mode\": \"reflect\", \"padding\": [1, 2, {|NEURAL0205:2|}, 0] }", "'padding' of layer 'wide' is 2; it must be from 0 to 1 for axis 0 of [2, 3], which is reflected")]
    [InlineData("{ \"type\": \"pad\", \"name\": \"wide\", \"mode\": \"edge\", \"padding\": [1, 2, 2, 0], \"value\": {|NEURAL0205:3|} }", "'value' of layer 'wide' is 3; it must be left out where 'mode' is not 'constant'")]
    [InlineData("{ \"type\": \"pad\", \"name\": \"wide\", \"padding\": [1, 2, 2, 0], \"value\": {|NEURAL0205:1e39|} }", "'value' of layer 'wide' is 1E+39; it must be a finite number in single precision")]
    [InlineData("{ \"type\": \"pad\", \"name\": \"wide\", \"mode\": {|NEURAL0019:\"reflected\"|}, \"padding\": [1, 2, 2, 0] }", "Mode 'reflected' of layer 'wide' is unknown; did you mean 'reflect'?")]
    [InlineData("{|NEURAL0112:{ \"type\": \"pad\", \"name\": \"wide\", \"padding\": [2147483647, 0, 2147483647, 0] }|}", "Layer 'wide' has 6442450941 values; at most 16777216 are possible")]
    [InlineData("{|NEURAL0201:{ \"type\": \"gather\", \"name\": \"picked\" }|}", "Layer 'picked' (gather) has no 'indices'")]
    [InlineData("{ \"type\": \"gather\", \"name\": \"picked\", \"axis\": {|NEURAL0121:-3|}, \"indices\": [0] }", "'axis' of layer 'picked' is -3; its input 'input' of shape [2, 3] has the axes -2 to 1")]
    [InlineData("{ \"type\": \"gather\", \"name\": \"picked\", \"axis\": 1, \"indices\": [0, {|NEURAL0132:-4|}] }", "'indices' of layer 'picked' is -4; axis 1 of its input 'input' of shape [2, 3] has the indices -3 to 2")]
    [InlineData("{|NEURAL0201:{ \"type\": \"split\", \"name\": \"halves\" }|}, { \"type\": \"flatten\", \"inputs\": [\"input\"] }", "Layer 'halves' (split) has no 'outputs'")]
    [InlineData("{ \"type\": \"split\", \"name\": \"halves\", \"sizes\": {|NEURAL0133:[1, 2]|}, \"outputs\": [\"left\", \"right\"] }, { \"type\": \"flatten\", \"inputs\": [\"left\"] }", "Layer 'halves' cannot split axis 0 of its input 'input' of shape [2, 3] into parts of [1, 2]")]
    [InlineData("{ \"type\": \"split\", \"name\": \"halves\", \"axis\": 1, \"parts\": {|NEURAL0133:2|}, \"outputs\": [\"left\", \"right\"] }, { \"type\": \"add\", \"inputs\": [\"left\", \"right\"] }", "Layer 'halves' cannot split axis 1 of its input 'input' of shape [2, 3] into 2 parts of one size")]
    [InlineData("{ \"type\": \"split\", \"name\": \"halves\", \"axis\": 1, \"outputs\": {|NEURAL0133:[\"left\", \"right\"]|} }, { \"type\": \"add\", \"inputs\": [\"left\", \"right\"] }", "Layer 'halves' cannot split axis 1 of its input 'input' of shape [2, 3] into 2 parts of one size")]
    [InlineData("{ \"type\": \"split\", \"name\": \"halves\", \"axis\": {|NEURAL0121:2|}, \"outputs\": [\"left\", \"right\"] }, { \"type\": \"add\", \"inputs\": [\"left\", \"right\"] }", "'axis' of layer 'halves' is 2; its input 'input' of shape [2, 3] has the axes -2 to 1")]
    [InlineData("{ \"type\": \"split\", \"name\": \"halves\", \"axis\": 1, \"sizes\": [3, {|NEURAL0205:0|}], \"outputs\": [\"left\", \"right\"] }, { \"type\": \"add\", \"inputs\": [\"left\", \"right\"] }", "'sizes' of layer 'halves' is 0; it must be at least 1")]
    [InlineData("{ \"type\": \"split\", \"name\": \"halves\", \"parts\": {|NEURAL0205:0|}, \"outputs\": [\"left\", \"right\"] }, { \"type\": \"add\", \"inputs\": [\"left\", \"right\"] }", "'parts' of layer 'halves' is 0; it must be at least 1")]
    [InlineData("{ \"type\": \"split\", \"name\": \"halves\", \"sizes\": [1, 1], \"parts\": {|NEURAL0205:3|}, \"outputs\": [\"left\", \"right\"] }, { \"type\": \"add\", \"inputs\": [\"left\", \"right\"] }", "'parts' of layer 'halves' is 3; it must be 2, as 'sizes' says")]
    [InlineData("{ \"type\": \"split\", \"name\": \"halves\", \"sizes\": [1, 1], \"outputs\": {|NEURAL0104:[\"left\", \"right\", \"rest\"]|} }, { \"type\": \"add\", \"inputs\": [\"left\", \"right\"] }", "'outputs' of layer 'halves' has 3 names; it needs 2")]
    [InlineData("{ \"type\": \"split\", \"name\": \"halves\", \"outputs\": [\"left\", {|NEURAL0209:\"left\"|}] }, { \"type\": \"flatten\", \"inputs\": [\"left\"] }", "Layer 'left' has the name of another layer")]
    [InlineData("{ \"type\": \"split\", \"name\": \"halves\", \"outputs\": [\"left\", \"right\"] }, {|NEURAL0134:{ \"type\": \"flatten\", \"name\": \"flat\" }|}", "Layer 'flat' reads 'halves', which has several parts; 'inputs' must name one of them: 'left', 'right'")]
    [InlineData("{ \"type\": \"split\", \"name\": \"halves\", \"outputs\": [\"left\", \"right\"] }, { \"type\": \"flatten\", \"name\": \"flat\", \"inputs\": [{|NEURAL0134:\"halves\"|}] }", "Layer 'flat' reads 'halves', which has several parts; 'inputs' must name one of them: 'left', 'right'")]
    [InlineData("{|NEURAL0134:{ \"type\": \"split\", \"name\": \"halves\", \"outputs\": [\"left\", \"right\"] }|}", "The output of the network is 'halves', which has several parts; 'outputs' must name one of them: 'left', 'right'")]
    public void Wrong_arguments_are_reported_at_the_argument(string layer, string message) => Diagnose
        .File($$"""{ "inputs": [ { "shape": [2, 3] } ], "layers": [ {{layer}} ] }""").Reports(message);

    [Fact]
    public void Attributes_are_reported_at_their_arguments() => Diagnose
        .Source("""
            [NeuralNetwork(InputShape = [2, 3])]
            [Transpose(1, {|NEURAL0130:1|}, Name = "turned")]
            [Slice(Axis = 1, Start = {|NEURAL0131:3|}, Name = "part", Inputs = ["input"])]
            [Pad(0, 1, {|NEURAL0205:-1|}, 0, Name = "wide", Inputs = ["input"])]
            [Gather(0, {|NEURAL0132:2|}, Name = "picked", Inputs = ["input"])]
            public partial class Net;
            """)
        .Reports(
            "'Axes' of layer 'turned' names axis 1 twice",
            "Layer 'part' takes nothing of axis 1 of its input 'input' of shape [2, 3], from 3 to the last in steps of 1",
            "'Padding' of layer 'wide' is -1; it must be at least 0",
            "'Indices' of layer 'picked' is 2; axis 0 of its input 'input' of shape [2, 3] has the indices -2 to 1");

    [Fact]
    public void Attributes_declare_what_files_declare()
    {
        CompiledNetwork compiled = new GeneratorHost().Source("""
            using NeuralGen;
            [NeuralNetwork(InputShape = [2, 3])]
            [Transpose(1, 0)]
            [Slice(Axis = 0, Start = -1, Step = -1)]
            [Pad(1, 0, 0, 1, Mode = PadMode.Reflect)]
            [Pad(0, 0, 0, 1, Value = 0.5)]
            [Gather(0, 3, Axis = 0)]
            public static partial class Net;
            """).Run().Network("Net");

        // Turned: 1 4, 2 5, 3 6; backwards: 3 6, 2 5, 1 4; mirrored above and to the right: 2 5 2, 3 6 3, 2 5 2, 1 4 1.
        Assert.Equal([2, 5, 2, 0.5, 1, 4, 1, 0.5], compiled.Predict(1, 2, 3, 4, 5, 6));
    }

    [Fact]
    public void Parts_of_a_split_are_read_by_name()
    {
        CompiledNetwork compiled = new GeneratorHost().Source("""
            using NeuralGen;
            [NeuralNetwork(InputShape = [2, 3])]
            [Split("left", "right", Axis = 1, Sizes = [1, 2])]
            [Dense(1, Weights = [10, 1], Name = "sum", Inputs = ["right"])]
            [Add(Inputs = ["sum", "left"])]
            public static partial class Net;
            """).Run().Network("Net");
        Assert.Equal([24, 60], compiled.Predict(1, 2, 3, 4, 5, 6));
    }

    [Fact]
    public void A_layer_without_a_name_gives_way_to_parts() => new GeneratorHost()
        .File("/project/net.nn.json", """
            { "inputs": 2, "layers": [
                { "type": "split", "outputs": ["output", "other"] },
                { "type": "dense", "inputs": ["output"], "weights": [[2]] } ] }
            """).Run().Network("Project.Net");
}
