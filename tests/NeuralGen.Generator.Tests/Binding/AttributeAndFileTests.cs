using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Binding;

/// <summary>Attributes that say something else than the file.</summary>
public class AttributeAndFileTests
{
    private const string Layers = """ "layers": [ { "type": "dense", "weights": [[1, 2], [3, 4]] } ] }""";

    [Theory]
    [InlineData("Inputs = {|NEURAL0012:3|}", """ "inputs": 2,""", "'inputs' is 3 in the attribute but 2 in 'net.nn.json'")]
    [InlineData("InputNames = {|NEURAL0012:[\"a\", \"b\"]|}", """ "inputs": ["a", "c"],""", "'inputs' is [a, b] in the attribute but [a, c] in 'net.nn.json'")]
    [InlineData("OutputNames = {|NEURAL0012:[\"x\"]|}", """ "inputs": 2, "outputs": ["x", "y"],""", "'outputs' is [x] in the attribute but [x, y] in 'net.nn.json'")]
    [InlineData("Labels = {|NEURAL0012:[\"p\"]|}", """ "inputs": 2, "labels": ["p", "q"],""", "'labels' is [p] in the attribute but [p, q] in 'net.nn.json'")]
    [InlineData("Seed = {|NEURAL0012:4|}", """ "inputs": 2, "seed": 3,""", "'seed' is 4 in the attribute but 3 in 'net.nn.json'")]
    [InlineData(
        "Precision = {|NEURAL0012:Precision.Double|}", """ "inputs": 2, "precision": "single",""", "'precision' is 'double' in the attribute but 'single' in 'net.nn.json'")]
    [InlineData(
        "Emission = {|NEURAL0012:Emission.Unrolled|}", """ "inputs": 2, "emission": "auto",""", "'emission' is 'unrolled' in the attribute but 'auto' in 'net.nn.json'")]
    [InlineData(
        "Loss = {|NEURAL0012:LossFunction.MeanAbsoluteError|}",
        """ "inputs": 2, "loss": { "type": "huber", "delta": 2 },""",
        "'loss' is 'mean_absolute_error' in the attribute but 'huber' in 'net.nn.json'")]
    [InlineData(
        "LossDelta = {|NEURAL0012:3|}",
        """ "inputs": 2, "loss": { "type": "huber", "delta": 2 },""",
        "'loss_delta' is 3 in the attribute but 2 in 'net.nn.json'")]
    public void A_value_that_differs_from_the_files_is_reported_at_the_attribute(string argument, string file, string message) => Diagnose
        .Source($$"""[NeuralNetwork("net.nn.json", {{argument}})] public partial class Net;""")
        .File("models/net.nn.json", "{" + file + Layers)
        .UsedBy(Consumer.TypeOnly)
        .Reports(message);

    [Fact]
    public void All_differences_are_reported_and_none_of_their_consequences() => Diagnose
        .Source("""
            [NeuralNetwork(
                "net.nn.json",
                Inputs = {|NEURAL0012:3|},
                Labels = {|NEURAL0012:["a", "b", "c"]|},
                Precision = {|NEURAL0012:Precision.Single|},
                Loss = {|NEURAL0012:LossFunction.MeanSquaredError|})]
            public partial class Net;
            """)
        .File("net.nn.json", """
            {
              "inputs": 2, "labels": ["a", "b"], "precision": "double", "loss": { "type": "huber", "delta": 2 },
              "layers": [ { "type": "dense", "weights": [[1e39, 2], [3, 4]] } ]
            }
            """)
        .UsedBy(Consumer.TypeOnly)
        .Reports(
            "'inputs' is 3 in the attribute but 2 in 'net.nn.json'",
            "'labels' is [a, b, c] in the attribute but [a, b] in 'net.nn.json'",
            "'precision' is 'single' in the attribute but 'double' in 'net.nn.json'",
            "'loss' is 'mean_squared_error' in the attribute but 'huber' in 'net.nn.json'");

    [Fact]
    public void An_activation_that_differs_from_the_files_is_reported_at_the_attribute() => Diagnose
        .Source("""[NeuralNetwork("net.nn.json", HiddenActivation = {|NEURAL0012:Activation.Relu|})] public partial class Net;""")
        .File("net.nn.json", """{ "inputs": 1, "hidden_activation": "tanh", "weights": { "node_0": [1], "output": [1] } }""")
        .Reports("'hidden_activation' is 'relu' in the attribute but 'tanh' in 'net.nn.json'");

    [Fact]
    public void The_same_values_in_both_are_accepted() => Diagnose
        .Source("""
            [NeuralNetwork("net.nn.json", Inputs = 2, OutputNames = ["x", "y"], Labels = ["p", "q"], Seed = 3, Precision = Precision.Double,
                Loss = LossFunction.Huber, LossDelta = 2, Emission = Emission.Unrolled)]
            public partial class Net;
            """)
        .File("net.nn.json", """
            { "inputs": 2, "outputs": ["x", "y"], "labels": ["p", "q"], "seed": 3, "precision": "double",
              "loss": { "type": "huber", "delta": 2 }, "emission": "unrolled",
            """ + Layers)
        .UsedBy(Consumer.TypeOnly)
        .ReportsNothing();
}
