using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers.Activations;

/// <summary>Arguments that activations cannot have.</summary>
public class ActivationArgumentTests
{
    [Theory]
    [InlineData("""{ "type": "threshold" }""", "NEURAL0201", "Layer 'activation' (threshold) has no 'threshold'", "Layer 'activation' (threshold) has no 'value'")]
    [InlineData("\"threshold\"", "NEURAL0201", "Layer 'activation' (threshold) has no 'threshold'", "Layer 'activation' (threshold) has no 'value'")]
    public void What_a_function_needs_is_reported_where_it_is_missing(string activation, string id, params string[] messages) => Diagnose
        .File($$"""{ "inputs": 1, "layers": [ { "type": "activation", "activation": {|{{id}}:{|{{id}}:{{activation}}|}|} } ] }""")
        .Reports(messages);

    [Theory]
    [InlineData("""{ "type": "soft_shrink", "lambda": {|NEURAL0205:-1|} }""", "'lambda' of layer 'activation' is -1; it must be 0 or more")]
    [InlineData("""{ "type": "softplus", "beta": {|NEURAL0205:0|} }""", "'beta' of layer 'activation' is 0; it must be more than 0")]
    [InlineData("""{ "type": "softplus", "beta": {|NEURAL0205:1e-60|} }""", "'beta' of layer 'activation' is 1E-60; it must be more than 0")]
    [InlineData("""{ "type": "celu", "alpha": {|NEURAL0205:0|} }""", "'alpha' of layer 'activation' is 0; it must be other than 0")]
    [InlineData("""{ "type": "hard_tanh", "min_val": 1, "max_val": {|NEURAL0212:-1|} }""", "'max_val' of layer 'activation' is -1; it must be more than 'min_val', which is 1")]
    [InlineData("""{ "type": "hard_tanh", "max_val": {|NEURAL0212:-1|} }""", "'max_val' of layer 'activation' is -1; it must be more than 'min_val', which is -1")]
    [InlineData("""{ "type": "relu", "max_value": {|NEURAL0212:-1|} }""", "'max_value' of layer 'activation' is -1; it must be at least 'threshold', which is 0")]
    [InlineData("""{ "type": "hard_sigmoid", "alpha": {|NEURAL0203:1e39|}, "beta": {|NEURAL0303:"x"|} }""", "'alpha' of layer 'activation' is 1E+39, beyond the range of single precision (±3.4028235E+38); declare double precision or scale it", "'layers[0].activation.beta' must be a number, not the string \"x\"")]
    [InlineData("""{ "type": "tanh", "alpha": {|NEURAL0206:1|}, "lambda": {|NEURAL0206:2|}, {|NEURAL0302:"gamma"|}: 3 }""", "Activation 'tanh' of layer 'activation' takes no 'alpha'", "Activation 'tanh' of layer 'activation' takes no 'lambda'", "Key 'gamma' is unknown in 'layers[0].activation'")]
    [InlineData("""{ "type": "relu", "beta": {|NEURAL0206:1|}, "weights": {|NEURAL0206:[1]|} }""", "Activation 'relu' of layer 'activation' takes no 'beta'", "Activation 'relu' of layer 'activation' takes no 'weights'")]
    public void An_argument_is_reported_at_its_value(string activation, params string[] messages) => Diagnose
        .File($$"""{ "inputs": 1, "layers": [ { "type": "activation", "activation": {{activation}} } ] }""")
        .Reports(messages);

    [Fact]
    public void An_argument_in_an_attribute_is_reported_at_its_value() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 1)]
            [Dense(1, Activation.HardShrink, Weights = [1], Lambda = {|NEURAL0205:-2|})]
            [Activation(Activation.HardTanh, MinVal = 3, MaxVal = {|NEURAL0212:2|})]
            [Activation({|NEURAL0201:Activation.Threshold|}, Threshold = 1)]
            [Activation(Activation.Sigmoid, NegativeSlope = {|NEURAL0206:0.1|})]
            public partial class Net;
            """)
        .Reports(
            "'Lambda' of layer 'output' is -2; it must be 0 or more",
            "'MaxVal' of layer 'activation_0' is 2; it must be more than 'MinVal', which is 3",
            "Layer 'activation_1' (threshold) has no 'Value'",
            "Activation 'sigmoid' of layer 'activation_2' takes no 'NegativeSlope'");
}
