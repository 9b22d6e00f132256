using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Binding;

/// <summary>The names of nodes, which say where each stands.</summary>
public class NodeNameTests
{
    [Theory]
    [InlineData("node")]
    [InlineData("Node_0")]
    [InlineData("node_00")]
    [InlineData("node_-1")]
    [InlineData("node_0_0_0")]
    [InlineData("node_9999999")]
    [InlineData("out")]
    [InlineData("output_")]
    [InlineData("")]
    public void A_name_of_another_form_is_reported(string name)
    {
        string message = $"Node '{name}' is not named node_LAYER_INDEX, node_INDEX, output or output_INDEX";
        Diagnose
            .File($$"""{ "inputs": 2, "weights": { "{{name}}": {|NEURAL0009:[1, 2]|}, "output": [1] } }""")
            .UsedBy(Consumer.Everything)
            .Reports(message);
        Diagnose
            .Source($$"""[NeuralNetwork(Inputs = 2)] [Node({|NEURAL0009:"{{name}}"|}, 1, 2)] [Node("output", 1)] public partial class Net;""")
            .Reports(message);
    }

    [Theory]
    [InlineData("""{ "node_0": [1, 2], "node_2": {|NEURAL0009:[1, 2]|}, "output": [1, 2] }""", "node_1")]
    [InlineData("""{ "node_1": {|NEURAL0009:[1, 2]|}, "output": [1] }""", "node_0")]
    [InlineData("""{ "node_0_1": {|NEURAL0009:[1, 2]|}, "output": [1] }""", "node_0_0")]
    [InlineData("""{|NEURAL0009:{ "node_0_0": [1, 2], "node_2_0": [1], "output": [1] }|}""", "node_1_0")]
    [InlineData("""{|NEURAL0009:{ "node_99999_0": [1], "output": [1] }|}""", "node_0_0")]
    [InlineData("""{ "output_0": [1, 2], "output_2": {|NEURAL0009:[1, 2]|} }""", "output_1")]
    public void A_gap_is_reported_with_the_name_that_is_missing(string weights, string missing) => Diagnose
        .File($$"""{ "inputs": 2, "weights": {{weights}} }""")
        .Reports($"Node '{missing}' is missing: nodes and layers count from 0 without gaps");

    [Fact]
    public void A_gap_in_attributes_is_reported_at_the_node_after_it() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 2)]
            [Node("node_0_2", 1, 2)]
            [Node({|NEURAL0009:"node_0_1"|}, 1, 2)]
            [Node("output", 1, 2)]
            public partial class Net;
            """)
        .Reports("Node 'node_0_0' is missing: nodes and layers count from 0 without gaps");

    [Fact]
    public void Hidden_nodes_with_and_without_a_layer_are_reported() => Diagnose
        .File("""{ "inputs": 2, "weights": { "node_0_0": [1, 2], "node_1": {|NEURAL0009:[1, 2]|}, "output": [1, 2] } }""")
        .Reports("Node 'node_1' names no layer while others do");

    [Fact]
    public void Outputs_with_and_without_a_number_are_reported() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 2)]
            [Node({|NEURAL0009:"output"|}, 1, 2)]
            [Node("output_1", 1, 2)]
            public partial class Net;
            """)
        .Reports("Node 'output' has no number while other outputs do");

    [Fact]
    public void A_missing_output_is_reported_at_the_list_of_nodes() => Diagnose
        .File("""{ "inputs": 2, "weights": {|NEURAL0009:{ "node_0": [1, 2] }|} }""")
        .Reports("Node 'output' is missing");

    [Fact]
    public void A_missing_output_is_reported_at_the_first_node() => Diagnose
        .Source("""[NeuralNetwork(Inputs = 2)] [{|NEURAL0009:Node("node_0", 1, 2)|}] [Node("node_1", 1, 2)] public partial class Net;""")
        .Reports("Node 'output' is missing");

    [Fact]
    public void A_node_that_is_declared_twice_is_reported_at_the_second() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 2)]
            [Node("node_0", 1, 2)]
            [Node({|NEURAL0009:"node_0"|}, 1, 2)]
            [Node("output", 1, 2)]
            public partial class Net;
            """)
        .Reports("Node 'node_0' is declared twice");

    [Fact]
    public void A_node_that_a_file_declares_twice_is_a_repeated_key() => Diagnose
        .File("""{ "inputs": 2, "weights": { "node_0": [1, 2], {|NEURAL0304:"node_0"|}: [1, 2], "output": [1] } }""")
        .Reports("Key 'node_0' occurs twice in 'weights'");

    [Fact]
    public void A_bias_of_no_node_is_reported_with_the_closest_name() => Diagnose
        .File("""{ "inputs": 2, "weights": { "output": [1, 2] }, "biases": { {|NEURAL0302:"outptu"|}: 1 } }""")
        .Reports("Key 'outptu' is unknown in 'biases', which names nodes of 'weights'; did you mean 'output'?");

    [Fact]
    public void Biases_without_weights_are_reported() => Diagnose
        .File("""{ "inputs": 2, "biases": {|NEURAL0305:{ "output": 1 }|} }""")
        .Reports("A network with 'biases' has no 'weights'");
}
