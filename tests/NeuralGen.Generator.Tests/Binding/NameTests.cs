using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Binding;

/// <summary>The names of inputs, outputs, layers and labels.</summary>
public class NameTests
{
    [Fact]
    public void Inputs_that_become_one_identifier_are_reported_at_the_second() => Diagnose
        .Source("""
            [NeuralNetwork(InputNames = ["sepal length", "petal", {|NEURAL0010:"sepal-Length"|}])]
            [Dense(1, Weights = [1, 2, 3])]
            public partial class Net;
            """)
        .Reports("Inputs 'sepal length' and 'sepal-Length' both become 'sepalLength' in C#");

    [Fact]
    public void Outputs_that_become_one_identifier_are_reported_at_the_second() => Diagnose
        .File("""{ "inputs": 1, "outputs": ["p+", {|NEURAL0010:"p-"|}], "layers": [ { "type": "dense", "weights": [[1], [2]] } ] }""")
        .Reports("Outputs 'p+' and 'p-' both become 'p' in C#");

    [Fact]
    public void Labels_that_become_one_identifier_are_reported_at_the_second() => Diagnose
        .File("""{ "inputs": 1, "labels": ["<=50K", {|NEURAL0010:">50K"|}], "layers": [ { "type": "dense", "weights": [[1], [2]] } ] }""")
        .Reports("Labels '<=50K' and '>50K' both become '_50K' in C#");

    [Fact]
    public void Labels_that_become_one_identifier_are_reported_in_attributes() => Diagnose
        .Source("""[NeuralNetwork(Inputs = 1, Labels = ["a b", {|NEURAL0010:"a-b"|}])] [Dense(2, Weights = [1, 2])] public partial class Net;""")
        .Reports("Labels 'a b' and 'a-b' both become 'AB' in C#");

    [Fact]
    public void A_name_of_its_own_keeps_a_label_apart() => Diagnose
        .File("""
            {
              "inputs": 1, "labels": [{ "text": "<=50K", "name": "UpTo50K" }, ">50K"],
              "layers": [ { "type": "dense", "weights": [[1], [2]] } ]
            }
            """)
        .UsedBy("internal sealed class Consumer { public Net.Label Label => Net.Label.UpTo50K; }")
        .ReportsNothing();

    [Fact]
    public void Empty_and_repeated_names_are_reported_in_attributes() => Diagnose
        .Source("""
            [NeuralNetwork(InputNames = ["a", {|NEURAL0020:""|}, {|NEURAL0020:"a"|}], OutputNames = [{|NEURAL0020:""|}, "b", {|NEURAL0020:"b"|}])]
            [Dense(3, Weights = [1, 2, 3, 4, 5, 6, 7, 8, 9], Name = {|NEURAL0020:""|})]
            public partial class Net;
            """)
        .Reports(
            "Input 1 has an empty name",
            "Input name 'a' occurs twice",
            "Output 0 has an empty name",
            "Output name 'b' occurs twice",
            "Layer 0 has an empty name");

    [Fact]
    public void Empty_and_repeated_names_are_reported_in_a_file() => Diagnose
        .File("""
            {
              "inputs": ["a", {|NEURAL0020:""|}, {|NEURAL0020:"a"|}],
              "outputs": ["b", {|NEURAL0020:"b"|}, {|NEURAL0020:""|}],
              "layers": [
                { "type": "dense", "name": "first", "weights": [[1, 2, 3], [4, 5, 6], [7, 8, 9]] },
                { "type": "dropout", "name": {|NEURAL0020:""|}, "rate": 0 }
              ]
            }
            """)
        .Reports(
            "Input 1 has an empty name",
            "Input name 'a' occurs twice",
            "Output name 'b' occurs twice",
            "Output 2 has an empty name",
            "Layer 1 has an empty name");

    [Fact]
    public void A_name_that_is_null_is_an_empty_one() => Diagnose
        .Source("""
            [NeuralNetwork(InputNames = [{|NEURAL0020:null!|}, "a"], OutputNames = null, Labels = ["p", {|NEURAL0210:null!|}])]
            [Dense(2, Weights = [1, 2, 3, 4], Name = null)]
            public partial class Net;
            """)
        .Reports("Input 0 has an empty name", "Label 1 of network 'Net' is empty");

    [Fact]
    public void A_node_whose_name_or_weights_are_null_is_reported()
    {
        Diagnose
            .Source("[NeuralNetwork(Inputs = 1)] [Node({|NEURAL0009:null!|}, 1)] public partial class Net;")
            .Reports("Node '' is not named node_LAYER_INDEX, node_INDEX, output or output_INDEX");
        Diagnose
            .Source("""[NeuralNetwork(Inputs = 1)] [Node("output", {|NEURAL0108:null!|})] public partial class Net;""")
            .Reports("Node 'output' has 0 weights; the input has 1 value");
    }

    [Fact]
    public void A_layer_with_the_name_of_another_is_reported_at_the_name() => Diagnose
        .File("""
            {
              "inputs": 1,
              "layers": [
                { "type": "dense", "name": "a", "weights": [[1]] },
                { "type": "dense", "name": {|NEURAL0209:"a"|}, "weights": [[1]] }
              ]
            }
            """)
        .Reports("Layer 'a' has the name of another layer");

    [Fact]
    public void A_layer_with_the_name_of_the_input_is_reported_at_the_name() => Diagnose
        .Source("""[NeuralNetwork(Inputs = 1)] [Dense(1, Weights = [1], Name = {|NEURAL0209:"input"|})] public partial class Net;""")
        .Reports("Layer 'input' has the name of the input");

    [Fact]
    public void Names_given_to_layers_keep_out_of_the_way_of_declared_ones() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 1)]
            [Dense(1, Weights = [1], Name = "output")]
            [Dense(1, Weights = [1])]
            [Activation(Activation.Relu, Name = "hidden_0")]
            [Dense(1, Weights = [1])]
            public partial class Net;
            """)
        .ReportsNothing();

    [Theory]
    [InlineData("input")]
    [InlineData("class")]
    [InlineData("%")]
    [InlineData("-1")]
    [InlineData("😀")]
    [InlineData("*/ \\\" \\u0000 \\n // {")]
    [InlineData("Größe über alles")]
    public void Any_text_names_an_input_a_layer_and_a_label(string name) => Diagnose
        .File($$"""
            {
              "inputs": ["{{name}}", "other"],
              "labels": ["{{name}}", "other"],
              "outputs": ["{{name}}", "other"],
              "layers": [ { "type": "dense", "name": "_{{name}}", "weights": [[1, 2], [3, 4]], "activation": "softmax" } ]
            }
            """)
        .UsedBy(Consumer.TypeOnly)
        .ReportsNothing();

    [Fact]
    public void A_very_long_name_is_cut_to_what_an_assembly_can_hold() => new Hosting.GeneratorHost()
        .File("net.nn.json", $$"""
            {
              "inputs": ["{{new string('a', 3000)}}", "b"],
              "labels": ["{{new string('c', 3000)}}", "{{new string('d', 3000)}}"],
              "layers": [ { "type": "dense", "name": "{{new string('e', 3000)}}", "weights": [[1, 2], [3, 4]] } ]
            }
            """)
        .Run()
        .Load();
}
