using Microsoft.CodeAnalysis.CSharp;
using NeuralGen.CodeFixes.Attributes;
using NeuralGen.CodeFixes.Files;

namespace NeuralGen.Generator.Tests.CodeFixes;

public class BiasTests
{
    private const string Title = "Add a bias of zeros";

    [Fact]
    public void A_layer_of_a_file_gets_a_zero_per_unit() => FixOf.Project<FileBiasCodeFix>(
        Title,
        """{ "inputs": 1, "layers": [ { "type": "dense", "use_bias": true, "bias": [0, 0] /* yes */, "weights": [[1], [2]] } ] }""",
        ("net.nn.json", """{ "inputs": 1, "layers": [ { "type": "dense", "use_bias": true /* yes */, "weights": [[1], [2]] } ] }"""));

    [Theory]
    [InlineData(LanguageVersion.CSharp12, "[0, 0]")]
    [InlineData(LanguageVersion.CSharp11, "new double[] { 0, 0 }")]
    [InlineData(LanguageVersion.CSharp9, "new double[] { 0, 0 }")]
    public void A_layer_of_attributes_gets_a_zero_per_unit(LanguageVersion version, string zeros)
    {
        const string Source = "using NeuralGen;\n[NeuralNetwork(Inputs = 1), Dense(2, UseBias = true, Weights = new double[] { 1, 2 })] partial class Net { }";
        FixOf.Project<AttributeBiasCodeFix>(
            version, Title, Source.Replace("= true", $"= true, Bias = {zeros}", StringComparison.Ordinal), ("Source.cs", Source));
    }

    [Fact]
    public void All_layers_of_a_file_get_a_bias_at_once() => FixOf.All<FileBiasCodeFix>(
        """{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[1], [2]], "use_bias": true, "bias": [0, 0] }, { "type": "dense", "weights": [[1, 2]], "use_bias": true, "bias": [0] } ] }""",
        ("net.nn.json", """{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[1], [2]], "use_bias": true }, { "type": "dense", "weights": [[1, 2]], "use_bias": true } ] }"""));

    [Fact]
    public void All_layers_of_a_document_get_a_bias_at_once() => FixOf.All<AttributeBiasCodeFix>(
        "using NeuralGen;\n[NeuralNetwork(Inputs = 1)]\n[Dense(2, Weights = [1, 2], UseBias = true, Bias = [0, 0])]\n[Dense(1, Weights = [1, 2], UseBias = true, Bias = [0])]\npartial class Net;",
        ("Source.cs", "using NeuralGen;\n[NeuralNetwork(Inputs = 1)]\n[Dense(2, Weights = [1, 2], UseBias = true)]\n[Dense(1, Weights = [1, 2], UseBias = true)]\npartial class Net;"));

    [Theory]
    [InlineData("""{ "type": "dense" }""")]
    [InlineData("""{ "type": "dense", "units": 2, "weights": [[1]], "use_bias": true }""")]
    [InlineData("""{ "type": "normalization", "mean": [1] }""")]
    [InlineData("""{ "type": "activation" }""")]
    public void Nothing_is_offered_where_other_values_are_missing_or_their_number_is_unknown(string layer) => FixOf.Nothing<FileBiasCodeFix>(
        ("net.nn.json", $$"""{ "inputs": 1, "layers": [ {{layer}} ] }"""));

    [Theory]
    [InlineData("Dense(2)")]
    [InlineData("Dense(2, UseBias = true, Weights = new double[] { 1, 2, 3 })")]
    public void Nothing_is_offered_in_attributes_either(string layer) => FixOf.Nothing<AttributeBiasCodeFix>(
        ("Source.cs", $"using NeuralGen; [NeuralNetwork(Inputs = 1), {layer}] partial class Net;"));
}
