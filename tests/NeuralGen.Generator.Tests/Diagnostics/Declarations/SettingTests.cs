using NeuralGen.Generator.Tests.Diagnostics.Support;

namespace NeuralGen.Generator.Tests.Diagnostics.Declarations;

/// <summary>Settings of a network.</summary>
public class SettingTests
{
    [Theory]
    [InlineData("precision", "doubel", "Precision 'doubel' is unknown; did you mean 'double'?")]
    [InlineData("precision", "Double", "Precision 'Double' is unknown; did you mean 'double'?")]
    [InlineData("precision", "half", "Precision 'half' is unknown")]
    [InlineData("emission", "unroled", "Emission 'unroled' is unknown; did you mean 'unrolled'?")]
    [InlineData("loss", "MeanSquaredError", "Loss 'MeanSquaredError' is unknown; did you mean 'mean_squared_error'?")]
    [InlineData("loss", "", "Loss '' is unknown")]
    public void An_unknown_value_is_reported_with_the_closest_one(string key, string value, string message) => Diagnose
        .File($$"""{ "inputs": 1, "{{key}}": {|NEURAL0019:"{{value}}"|}, "layers": [ { "type": "dense", "weights": [[1]] } ] }""")
        .Reports(message);

    [Fact]
    public void An_unknown_loss_is_reported_at_its_type_and_its_delta_is_not() => Diagnose
        .File("""
            { "inputs": 1, "loss": { "type": {|NEURAL0019:"hubert"|}, "delta": 2 }, "layers": [ { "type": "dense", "weights": [[1]] } ] }
            """)
        .Reports("Loss 'hubert' is unknown; did you mean 'huber'?");

    [Fact]
    public void An_unknown_precision_leaves_the_range_of_numbers_open() => Diagnose
        .File("""{ "inputs": 1, "precision": {|NEURAL0019:"dubble"|}, "layers": [ { "type": "dense", "weights": [[1e39]] } ] }""")
        .Reports("Precision 'dubble' is unknown; did you mean 'double'?");

    [Theory]
    [InlineData("Precision = {|NEURAL0019:(Precision)9|}", "Precision '9' is unknown")]
    [InlineData("Emission = {|NEURAL0019:(Emission)9|}", "Emission '9' is unknown")]
    [InlineData("Loss = {|NEURAL0019:(LossFunction)(-1)|}", "Loss '-1' is unknown")]
    public void A_number_that_is_no_member_is_reported(string argument, string message) => Diagnose
        .Source($"[NeuralNetwork(Inputs = 1, {argument})] [Dense(1, Weights = [1])] public partial class Net;")
        .Reports(message);

    [Fact]
    public void A_hidden_activation_beside_layers_is_reported_in_attributes() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 1, HiddenActivation = {|NEURAL0016:Activation.Relu|}, OutputActivation = {|NEURAL0016:Activation.Tanh|})]
            [Dense(1, Weights = [1])]
            public partial class Net;
            """)
        .Reports(
            "'HiddenActivation' is for networks declared node by node; network 'Net' has layers, and each has its own activation",
            "'OutputActivation' is for networks declared node by node; network 'Net' has layers, and each has its own activation");

    [Fact]
    public void An_output_activation_beside_layers_is_reported_in_a_file() => Diagnose
        .File("""{ "inputs": 1, "output_activation": {|NEURAL0016:"relu"|}, "layers": [ { "type": "dense", "weights": [[1]] } ] }""")
        .Reports("'output_activation' is for networks declared node by node; network 'Net' has layers, and each has its own activation");

    [Fact]
    public void A_trainable_network_is_reported_in_attributes() => Diagnose
        .Source("[NeuralNetwork(Inputs = 1, Trainable = {|NEURAL0017:true|})] [Dense(1, Weights = [1])] public partial class Net;")
        .Reports("Network 'Net' asks to be trainable, which this version cannot compile");

    [Fact]
    public void A_trainable_network_is_reported_in_a_file() => Diagnose
        .File("""{ "inputs": 1, "trainable": {|NEURAL0017:true|}, "layers": [ { "type": "dense", "weights": [[1]] } ] }""")
        .Reports("Network 'Net' asks to be trainable, which this version cannot compile");

    [Theory]
    [InlineData("-2147483648")]
    [InlineData("7")]
    public void Any_seed_is_accepted(string seed) => Diagnose
        .Source($"[NeuralNetwork(Inputs = 1, Seed = {seed}, Labels = null, OutputNames = [])] [Dense(1, Weights = [1])] public partial class Net;")
        .ReportsNothing();
}
