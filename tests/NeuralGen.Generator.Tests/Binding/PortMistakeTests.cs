using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Binding;

/// <summary>Mistakes in inputs and outputs that are tensors of their own: each is one error, and what follows from it none.</summary>
public class PortMistakeTests
{
    [Theory]
    [InlineData("""{ "type": "split", "outputs": ["low", "high"] }""")]
    [InlineData("""{ "type": "top_k", "count": 2, "outputs": ["low", "high"] }""")]
    public void Parts_of_the_last_layer_are_outputs(string layer) => Diagnose
        .File($$"""{ "inputs": [ { "name": "list", "shape": 4 } ], "layers": [ {{layer}} ], "outputs": [ { "name": "low" }, { "name": "high" } ], "gradients": false }""")
        .UsedBy("static class Caller { static int Call() => Net.LowSize + Net.HighSize; }")
        .ReportsNothing();

    [Fact]
    public void A_last_layer_of_parts_has_no_output_names_to_count() => Diagnose
        .File("""{ "inputs": [ { "name": "list", "shape": 4 } ], "layers": [ {|NEURAL0134:{ "type": "split", "outputs": ["low", "high"] }|} ], "outputs": ["only"] }""")
        .Unused()
        .Reports("The output of the network is 'split', which has several parts; 'outputs' must name one of them: 'low', 'high'");

    [Fact]
    public void What_reads_a_part_of_a_broken_layer_is_not_judged() => Diagnose
        .File("""{ "inputs": [ { "name": "list", "shape": 4 } ], "layers": [ { "type": "top_k", "count": {|NEURAL0205:5|}, "outputs": ["best", "where"] }, { "type": "flatten", "inputs": ["best"] } ] }""")
        .Unused()
        .Reports("'count' of layer 'top_k' is 5; it must be at most 4, the size of axis 0 of 'list', [4]");

    [Fact]
    public void A_size_out_of_range_is_not_missing() => Diagnose
        .Source("""
            using NeuralGen;
            [NeuralNetwork] [Input("tokens", 2, Type = ElementType.Long)] [Embedding({|NEURAL0205:0|}, 2, Weights = new double[] { 1, 2 })] public static partial class Net { }
            """)
        .Unused()
        .Reports("'Count' of layer 'embedding' is 0; it must be at least 1");

    [Theory]
    [InlineData("null!")]
    [InlineData("new int[0]")]
    public void A_shape_without_sizes_is_that_of_a_single_value(string shape) => Diagnose
        .Source($$"""
            using NeuralGen;
            [NeuralNetwork] [Input("list", {{shape}})] [Flatten] public static partial class Net { }
            """)
        .Unused()
        .ReportsNothing();

    [Fact]
    public void Names_of_values_beside_several_outputs_would_be_lost() => Diagnose
        .Source("""
            using NeuralGen;
            [NeuralNetwork(Inputs = 2, OutputNames = {|NEURAL0008:new[] { "p", "q" }|})] [Flatten(Name = "list")] [Output("list")] [Output("same", From = "list")] public static partial class Net { }
            """)
        .Unused()
        .Reports("Network 'Net' is declared by OutputNames and by attributes of its outputs; use one of them");

    [Fact]
    public void A_name_that_cannot_be_read_is_not_missing() => Diagnose
        .File("""{ "inputs": [ { "name": {|NEURAL0303:5|}, "shape": 2 }, { "name": "right", "shape": 2 } ], "layers": [ { "type": "flatten", "inputs": ["right"], "name": "list" } ], "outputs": [ { "name": "list" }, {|NEURAL0303:"other"|} ] }""")
        .Unused()
        .Reports("'inputs[0].name' must be a string, not the number 5", "'outputs[1]' must be an object with 'name' and 'shape', as its neighbours are, not the string \"other\"");

    [Fact]
    public void Inputs_without_names_do_not_share_one() => Diagnose
        .File("""{ "inputs": [ {|NEURAL0020:{ "shape": 2 }|}, {|NEURAL0020:{ "shape": 2 }|} ], "layers": [ { "type": "add", "inputs": ["input0", "input1"] } ] }""")
        .Unused()
        .Reports("Input 0 has no name", "Input 1 has no name");

    [Theory]
    [InlineData("Inputs = {|NEURAL0014:5|}", "Network 'Net' has 5 inputs but 2 that are tensors of their own")]
    [InlineData("InputShape = {|NEURAL0008:new[] { 2 }|}", "Network 'Net' is declared by 'InputShape' and by attributes of its inputs; use one of them")]
    public void Inputs_are_declared_in_one_way(string argument, string message) => Diagnose
        .Source($$"""
            using NeuralGen;
            [NeuralNetwork({{argument}})] [Input("left", 2)] [Input("right", 2)] [Add(Inputs = new[] { "left", "right" })] public static partial class Net { }
            """)
        .Unused()
        .Reports(message);

    [Fact]
    public void Nodes_read_one_input() => Diagnose
        .Source("""
            using NeuralGen;
            [NeuralNetwork] [Input("left", 2)] [Input("right", 2)] [{|NEURAL0008:Node("output", 1, 2)|}] public static partial class Net { }
            """)
        .Unused()
        .Reports("Network 'Net' is declared by nodes in attributes and by 2 input tensors; use one of them");

    [Fact]
    public void A_range_is_that_of_one_input() => Diagnose
        .File("""{ "inputs": [ { "name": "left", "shape": 1 }, { "name": "right", "shape": 1 } ], "range": {|NEURAL0113:[[0, 1], [0, 1]]|}, "layers": [ { "type": "add", "inputs": ["left", "right"] } ] }""")
        .Unused()
        .Reports("'range' of network 'Net' is that of the values of one input; the network has 2 inputs");

    [Theory]
    [InlineData("long", "0.5")]
    [InlineData("byte", "300")]
    [InlineData("sbyte", "-129")]
    [InlineData("bool", "2")]
    public void Values_of_a_test_are_of_the_type_of_their_tensor(string type, string value) => Diagnose
        .File($$"""{ "inputs": [ { "name": "list", "shape": 2, "type": "{{type}}" } ], "layers": [ { "type": "cast", "to": "float" } ], "tests": [ { "input": [1, {|NEURAL0111:{{value}}|}], "output": [1, 0] } ] }""")
        .Unused()
        .Reports($"Test 0 of network 'Net' has the value {value}; the network has elements of type '{type}' there");
}
