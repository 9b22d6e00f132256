using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Binding;

/// <summary>Whether a network has inputs and layers, each declared in one way.</summary>
public class FormTests
{
    [Fact]
    public void A_type_without_layers_is_reported_at_its_attribute() => Diagnose
        .Source("[{|NEURAL0003:NeuralNetwork(Inputs = 2)|}] public partial class Net;")
        .Reports("Network 'Net' has no layers");

    [Theory]
    [InlineData("""{|NEURAL0003:{ "inputs": 2 }|}""")]
    [InlineData("""{ "inputs": 2, "layers": {|NEURAL0003:[]|} }""")]
    [InlineData("""{ "inputs": 2, "weights": {|NEURAL0003:{ }|} }""")]
    public void A_file_without_layers_is_reported(string text) => Diagnose.File(text).Reports("Network 'Net' has no layers");

    [Fact]
    public void A_bare_attribute_lacks_inputs_and_layers() => Diagnose
        .Source("[{|NEURAL0003:{|NEURAL0004:NeuralNetwork|}|}] public partial class Net;")
        .Reports("Network 'Net' has no layers", "Network 'Net' declares no inputs; it needs their number or their names");

    [Fact]
    public void An_empty_object_lacks_inputs_and_layers() => Diagnose
        .File("{|NEURAL0003:{|NEURAL0004:{}|}|}")
        .Reports("Network 'Net' has no layers", "Network 'Net' declares no inputs; it needs their number or their names");

    [Theory]
    [InlineData("Inputs = {|NEURAL0004:0|}", "0")]
    [InlineData("Inputs = {|NEURAL0004:-1|}", "-1")]
    [InlineData("InputNames = {|NEURAL0004:[]|}", "0")]
    [InlineData("InputNames = {|NEURAL0004:new string[0]|}", "0")]
    public void A_number_of_inputs_below_one_is_reported_in_attributes(string argument, string count) => Diagnose
        .Source($"[NeuralNetwork({argument})] [Dense(1, Weights = [1, 2])] public partial class Net;")
        .Reports($"Network 'Net' has {count} inputs; it needs at least 1");

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-2", "-2")]
    [InlineData("[]", "0")]
    public void A_number_of_inputs_below_one_is_reported_in_a_file(string inputs, string count) => Diagnose
        .File($$"""{ "inputs": {|NEURAL0004:{{inputs}}|}, "layers": [ { "type": "dense", "weights": [[1, 2]] } ] }""")
        .Reports($"Network 'Net' has {count} inputs; it needs at least 1");

    [Fact]
    public void Layers_on_two_declarations_are_reported_at_the_first_layer_of_the_second() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 2)]
            [Dense(2, Weights = [1, 2, 3, 4])]
            public partial class Net;

            [{|NEURAL0007:Dense(1, Weights = [1, 2])|}]
            [Dense(1, Weights = [1])]
            public partial class Net;
            """)
        .Reports("Network 'Net' has layer attributes on more than one partial declaration, so their order is undefined: put them on one");

    [Fact]
    public void Nodes_may_stand_on_several_declarations_because_their_names_order_them() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 2)] [Node("output", 1)] public partial class Net;
            [Node("node_0", 1, 2)] public partial class Net;
            """)
        .ReportsNothing();

    [Fact]
    public void Layers_and_nodes_together_are_reported_at_the_first_layer() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 2)]
            [Node("output", 1, 2)]
            [{|NEURAL0008:Dense(1, Weights = [1, 2])|}]
            public partial class Net;
            """)
        .Reports("Network 'Net' is declared by layers in attributes and by nodes in attributes; use one of them");

    [Fact]
    public void Layers_and_nodes_together_are_reported_at_the_layers_of_a_file() => Diagnose
        .File("""
            {
              "inputs": 2,
              "weights": { "output": [1, 2] },
              "layers": {|NEURAL0008:[ { "type": "dense", "weights": [[1, 2]] } ]|}
            }
            """)
        .Reports("Network 'Net' is declared by layers in its file and by nodes in its file; use one of them");

    [Fact]
    public void Layers_in_attributes_and_in_the_file_are_reported_at_the_attribute() => Diagnose
        .Source("""[NeuralNetwork("net.nn.json")] [{|NEURAL0008:Dense(1, Weights = [1, 2])|}] public partial class Net;""")
        .File("net.nn.json", """{ "inputs": 2, "weights": { "output": [1, 2] } }""")
        .Reports("Network 'Net' is declared by layers in attributes and by nodes in its file; use one of them");

    [Fact]
    public void A_number_of_inputs_other_than_of_their_names_is_reported_at_the_names() => Diagnose
        .Source("""[NeuralNetwork(Inputs = 2, InputNames = {|NEURAL0014:["a", "b", "c"]|})] [Dense(1, Weights = [1, 2])] public partial class Net;""")
        .Reports("Network 'Net' has 2 inputs but 3 input names");

    [Fact]
    public void A_number_in_the_file_other_than_of_names_in_the_attribute_is_reported_at_the_names() => Diagnose
        .Source("""[NeuralNetwork("net.nn.json", InputNames = {|NEURAL0014:["a"]|})] public partial class Net;""")
        .File("net.nn.json", """{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[1, 2]] } ] }""")
        .Reports("Network 'Net' has 2 inputs but 1 input name");
}
