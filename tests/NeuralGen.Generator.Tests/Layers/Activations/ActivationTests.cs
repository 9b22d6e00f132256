using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers.Activations;

/// <summary>Activation functions and their arguments.</summary>
public class ActivationTests
{
    [Theory]
    [InlineData("rellu", "; did you mean 'relu'?")]
    [InlineData("LeakyReLU", "; did you mean 'leaky_relu'?")]
    [InlineData("softamx", "; did you mean 'softmax'?")]
    [InlineData("", "")]
    [InlineData("step", "")]
    public void An_unknown_activation_is_reported_with_the_closest_one(string name, string hint)
    {
        string message = $"Activation '{name}' of layer 'output' is unknown{hint}";
        Diagnose
            .File($$"""{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[1]], "activation": {|NEURAL0204:"{{name}}"|} } ] }""")
            .Reports(message);
        Diagnose
            .File($$"""{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[1]], "activation": { "type": {|NEURAL0204:"{{name}}"|}, "alpha": 1 } } ] }""")
            .Reports(message);
    }

    [Fact]
    public void A_number_that_is_no_activation_is_reported_in_attributes() => Diagnose
        .Source("[NeuralNetwork(Inputs = 1)] [Dense(1, {|NEURAL0204:(Activation)77|}, Weights = [1])] public partial class Net;")
        .Reports("Activation '77' of layer 'output' is unknown");

    [Theory]
    [InlineData("""{ "node_0_0": [1], "node_1_0": [1], "output": [1] }""", "hidden_0")]
    [InlineData("""{ "node_0": [1], "output": [1] }""", "hidden")]
    [InlineData("""{ "output": [1] }""", "hidden")]
    public void An_unknown_activation_of_hidden_nodes_is_reported_once(string weights, string layer) => Diagnose
        .File($$"""{ "inputs": 1, "hidden_activation": {|NEURAL0204:"tahn"|}, "weights": {{weights}} }""")
        .Reports($"Activation 'tahn' of layer '{layer}' is unknown; did you mean 'tanh'?");

    [Fact]
    public void An_unknown_activation_of_output_nodes_is_reported_in_attributes() => Diagnose
        .Source("""[NeuralNetwork(Inputs = 1, OutputActivation = {|NEURAL0204:(Activation)(-1)|})] [Node("output", 1)] public partial class Net;""")
        .Reports("Activation '-1' of layer 'output' is unknown");

    [Fact]
    public void An_argument_that_the_activation_does_not_take_is_reported_in_a_file() => Diagnose
        .File("""
            {
              "inputs": 1,
              "layers": [
                { "type": "dense", "weights": [[1]], "activation": { "type": "relu", "alpha": {|NEURAL0206:0.1|}, "weights": {|NEURAL0206:[1]|} } }
              ]
            }
            """)
        .Reports("Activation 'relu' of layer 'output' takes no 'alpha'", "Activation 'relu' of layer 'output' takes no 'weights'");

    [Fact]
    public void An_argument_that_the_activation_does_not_take_is_reported_in_attributes() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 1)]
            [Dense(1, Weights = [1], Alpha = {|NEURAL0206:0.5|})]
            [Activation(Activation.Tanh, Slopes = {|NEURAL0206:[1]|})]
            public partial class Net;
            """)
        .Reports("Activation 'linear' of layer 'output' takes no 'Alpha'", "Activation 'tanh' of layer 'activation' takes no 'Slopes'");

    [Fact]
    public void A_softmax_of_one_value_is_correct_if_useless() => Diagnose
        .Source("[NeuralNetwork(Inputs = 1)] [Dense(1, Activation.Softmax, Weights = [1])] public partial class Net;")
        .ReportsNothing();
}
