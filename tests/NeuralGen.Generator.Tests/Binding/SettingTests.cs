using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Binding;

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
    public void A_trainable_static_class_is_reported() => Diagnose
        .Source("[NeuralNetwork(Inputs = 1, Trainable = {|NEURAL0017:true|})] [Dense(1, Weights = [1])] public static partial class Net;")
        .Unused()
        .Reports("Network 'Net' is trainable and owns its parameters, so its type must be a class that can be instantiated; it is a static class");

    [Fact]
    public void A_trainable_file_of_a_struct_is_reported() => Diagnose
        .Source("[NeuralNetwork(\"net.nn.json\")] public readonly partial record struct Net;")
        .File("net.nn.json", """{ "inputs": 1, "trainable": {|NEURAL0017:true|}, "layers": [ { "type": "dense", "units": 1 } ] }""")
        .UsedBy(Consumer.TypeOnly)
        .Reports("Network 'Net' is trainable and owns its parameters, so its type must be a class that can be instantiated; it is a struct");

    [Fact]
    public void A_trainable_network_needs_no_weights() => Diagnose
        .Source("[NeuralNetwork(Inputs = 3, Trainable = true)] [Normalization] [Dense(4, Activation.Prelu)] [Dense(1, UseBias = false)] public partial class Net;")
        .File("other.nn.json", """{ "inputs": 1, "trainable": true, "layers": [ { "type": "dense", "units": 1 } ], "tests": [ { "input": [1], "output": [1] } ] }""")
        .UsedBy(Consumer.TypeOnly)
        .ReportsNothing();

    [Fact]
    public void A_normalization_to_be_learned_reads_the_input() => Diagnose
        .File("""{ "inputs": 1, "trainable": true, "layers": [ { "type": "dense", "units": 1, "name": "a" }, {|NEURAL0211:{ "type": "normalization" }|} ] }""")
        .UsedBy(Consumer.TypeOnly)
        .Reports("Layer 'normalization' (normalization) has no 'mean' and 'scale', which training learns from the network's input; it reads 'a' instead");

    [Fact]
    public void Half_of_a_normalization_is_not_learned() => Diagnose
        .File("""{ "inputs": 1, "trainable": true, "layers": [ {|NEURAL0201:{ "type": "normalization", "mean": [1] }|} ] }""")
        .UsedBy(Consumer.TypeOnly)
        .Reports("Layer 'normalization' (normalization) has no 'scale'");

    [Fact]
    public void Undeclared_weights_have_a_bounded_size() => Diagnose
        .File("""{ "inputs": 10000, "trainable": true, "layers": [ {|NEURAL0112:{ "type": "dense", "units": 10000 }|} ] }""")
        .UsedBy(Consumer.TypeOnly)
        .Reports("The weights of layer 'output' has 100000000 values; at most 16777216 are possible");

    [Theory]
    [InlineData("void Save(System.IO.Stream file) { }", "it declares 'Save(System.IO.Stream)' itself, a member of the network")]
    [InlineData("void Initialize(int value) { }", "it declares 'Initialize(int)' itself, a member of the network")]
    [InlineData("int Load { get; }", "'Load' is the name of a member of trainable networks")]
    public void Members_of_trainable_networks_are_free(string member, string reason) => Diagnose
        .Source($"[NeuralNetwork(Inputs = 1, Trainable = true)] [Dense(1)] public partial class {{|NEURAL0011:Net|}} {{ {member} }}")
        .UsedBy(Consumer.TypeOnly)
        .Reports($"'Net' cannot hold a network: {reason}");

    [Fact]
    public void Other_networks_may_have_members_of_those_names() => Diagnose
        .Source("[NeuralNetwork(Inputs = 1)] [Dense(1, Weights = [1])] public partial class Net { public void Save(System.IO.Stream file) { } public int Load { get; } }")
        .ReportsNothing();

    [Theory]
    [InlineData("-2147483648")]
    [InlineData("7")]
    public void Any_seed_is_accepted(string seed) => Diagnose
        .Source($"[NeuralNetwork(Inputs = 1, Seed = {seed}, Labels = null, OutputNames = [])] [Dense(1, Weights = [1])] public partial class Net;")
        .ReportsNothing();
}
