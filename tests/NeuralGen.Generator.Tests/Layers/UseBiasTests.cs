using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>Layers that say that they have a bias, and give none.</summary>
public class UseBiasTests
{
    [Fact]
    public void A_bias_that_is_asked_for_and_missing_is_reported_in_a_file() => Diagnose
        .File("""{ "inputs": 1, "layers": [ { "type": "dense", "name": "first", "weights": [[1]], "use_bias": {|NEURAL0201:true|} }, { "type": "dense", "weights": [[1]], "use_bias": {|NEURAL0201:true|} } ] }""")
        .Reports("Layer 'first' (dense) has no 'bias'", "Layer 'output' (dense) has no 'bias'");

    [Fact]
    public void A_bias_that_is_asked_for_and_missing_is_reported_in_attributes() => Diagnose
        .Source("[NeuralNetwork(Inputs = 1)] [Dense(1, Weights = [1], UseBias = {|NEURAL0201:true|})] public partial class Net;")
        .Reports("Layer 'output' (dense) has no 'Bias'");

    [Theory]
    [InlineData("\"use_bias\": false, \"weights\": [[1]]")]
    [InlineData("\"use_bias\": true, \"weights\": [[1]], \"bias\": [1]")]
    public void A_bias_that_is_given_or_not_wanted_is_not_missing(string arguments) => Diagnose
        .File($$"""{ "inputs": 1, "layers": [ { "type": "dense", {{arguments}} } ] }""")
        .ReportsNothing();

    [Theory]
    [InlineData("\"use_bias\": true, \"weights\": [[1]], {|NEURAL0302:\"biass\"|}: [1]", "Key 'biass' is unknown in layer 0 (dense); did you mean 'bias'?")]
    [InlineData("\"use_bias\": true, \"weights\": [[1]], \"bias\": {|NEURAL0303:1|}", "'layers[0].bias' must be an array of numbers, not the number 1")]
    public void A_bias_that_cannot_be_read_is_not_missing(string arguments, string message) => Diagnose
        .File($$"""{ "inputs": 1, "layers": [ { "type": "dense", {{arguments}} } ] }""")
        .Reports(message);

    [Fact]
    public void Training_finds_the_bias() => Diagnose
        .File("""{ "trainable": true, "inputs": 1, "layers": [ { "type": "dense", "weights": [[1]], "use_bias": true } ] }""")
        .UsedBy(Consumer.TypeOnly)
        .ReportsNothing();

    [Fact]
    public void Without_weights_the_bias_is_the_smaller_worry() => Diagnose
        .File("""{ "inputs": 1, "layers": [ {|NEURAL0201:{ "type": "dense", "units": 1, "use_bias": true }|} ] }""")
        .Reports("Layer 'output' (dense) has no 'weights'");
}
