using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Binding;

/// <summary>Numbers of output names, labels and values of tests.</summary>
public class OutputTests
{
    [Fact]
    public void A_number_of_output_names_other_than_of_outputs_is_reported_in_attributes() => Diagnose
        .Source("""[NeuralNetwork(Inputs = 1, OutputNames = {|NEURAL0109:["a"]|})] [Dense(2, Weights = [1, 2])] public partial class Net;""")
        .Reports("Network 'Net' has 2 outputs but 1 output name");

    [Fact]
    public void A_number_of_output_names_other_than_of_outputs_is_reported_in_a_file() => Diagnose
        .File("""{ "inputs": 1, "outputs": {|NEURAL0109:["a", "b"]|}, "layers": [ { "type": "dense", "weights": [[1]] } ] }""")
        .Reports("Network 'Net' has 1 output but 2 output names");

    [Fact]
    public void No_outputs_at_all_are_reported_once() => Diagnose
        .File("""{ "inputs": 1, "outputs": {|NEURAL0109:[]|}, "layers": [ { "type": "dense", "weights": [[1]] } ] }""")
        .Reports("Network 'Net' has 1 output but 0 output names");

    [Fact]
    public void A_number_of_labels_other_than_of_outputs_is_reported_in_attributes() => Diagnose
        .Source("""[NeuralNetwork(Inputs = 1, Labels = {|NEURAL0110:["a", "b", "c"]|})] [Dense(2, Weights = [1, 2])] public partial class Net;""")
        .Reports("Network 'Net' has 3 labels for 2 outputs");

    [Theory]
    [InlineData("relu", """["a", "b"]""", "2 labels for 1 output; a pair of labels needs a sigmoid output")]
    [InlineData("linear", """["a", "b"]""", "2 labels for 1 output; a pair of labels needs a sigmoid output")]
    [InlineData("sigmoid", """["a", "b", "c"]""", "3 labels for 1 output")]
    [InlineData("sigmoid", """["a"]""", "1 label for 1 output; it needs at least 2 labels")]
    public void Labels_that_one_output_cannot_tell_apart_are_reported(string activation, string labels, string message) => Diagnose
        .File($$"""
            {
              "inputs": 1,
              "labels": {|NEURAL0110:{{labels}}|},
              "layers": [ { "type": "dense", "weights": [[1]], "activation": "{{activation}}" } ]
            }
            """)
        .Reports($"Network 'Net' has {message}");

    [Fact]
    public void A_pair_of_labels_for_one_sigmoid_output_is_accepted_with_dropout_behind_it() => Diagnose
        .File("""
            {
              "inputs": 1, "labels": ["a", "b"],
              "layers": [ { "type": "dense", "weights": [[1]], "activation": "sigmoid" }, { "type": "dropout", "rate": 0.5 } ]
            }
            """)
        .ReportsNothing();

    [Fact]
    public void A_pair_of_labels_is_not_blamed_for_an_unknown_activation() => Diagnose
        .File("""
            {
              "inputs": 1, "labels": ["a", "b"], "loss": "binary_cross_entropy",
              "layers": [ { "type": "dense", "weights": [[1]], "activation": {|NEURAL0204:"sigmoyd"|} } ]
            }
            """)
        .Reports("Activation 'sigmoyd' of layer 'output' is unknown; did you mean 'sigmoid'?");

    [Fact]
    public void Tests_with_a_wrong_number_of_values_are_reported_at_the_values() => Diagnose
        .File("""
            {
              "inputs": 2,
              "layers": [ { "type": "dense", "weights": [[1, 2]] } ],
              "tests": [
                { "input": [1, 1], "output": [3] },
                { "input": {|NEURAL0111:[1]|}, "output": {|NEURAL0111:[]|} }
              ]
            }
            """)
        .Reports("Test 1 of network 'Net' has 1 input value; the network has 2 inputs", "Test 1 of network 'Net' has 0 output values; the network has 1 output");
}
