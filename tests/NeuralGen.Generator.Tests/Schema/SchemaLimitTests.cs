using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Reading.Files;

namespace NeuralGen.Generator.Tests.Schema;

/// <summary>Mistakes that are as easily seen as structure, each found by the compiler and by the schema.</summary>
public class SchemaLimitTests
{
    private const string Layers = """ "layers": [ { "type": "dense", "weights": [[1]] } ] """;

    [Theory]
    [InlineData("1")]
    [InlineData("[]")]
    [InlineData("\"net\"")]
    [InlineData("null")]
    public void A_file_holds_an_object(string file) => AssertRejected(file);

    [Theory]
    [InlineData("\"namespace\": 1")]
    [InlineData("\"precision\": \"half\"")]
    [InlineData("\"emission\": \"fast\"")]
    [InlineData("\"seed\": 2147483648")]
    [InlineData("\"seed\": -2147483648")]
    [InlineData("\"seed\": 0.5")]
    [InlineData("\"range\": [[0]]")]
    [InlineData("\"range\": [[0, 1, 2]]")]
    [InlineData("\"outputs\": [\"\"]")]
    [InlineData("\"outputs\": [\"a\", \"a\"]")]
    [InlineData("\"labels\": [\"\", \"b\"]")]
    [InlineData("\"labels\": [{ \"text\": \"\" }, \"b\"]")]
    [InlineData("\"labels\": [{ \"text\": \"a\", \"name\": \"\" }, \"b\"]")]
    [InlineData("\"labels\": [{ \"name\": \"a\" }, \"b\"]")]
    [InlineData("\"loss\": \"square\"")]
    [InlineData("\"loss\": { }")]
    [InlineData("\"loss\": { \"type\": \"huber\", \"delta\": 0 }")]
    [InlineData("\"loss\": { \"type\": \"mean_squared_error\", \"delta\": 1 }")]
    [InlineData("\"hidden_activation\": \"relu\"")]
    [InlineData("\"output_activation\": \"relu\"")]
    [InlineData("\"weights\": { \"output\": [1] }")]
    [InlineData("\"tests\": [ { \"input\": [1], \"output\": [1], \"tolerance\": -1 } ]")]
    public void Settings_have_limits(string setting) => AssertRejected($$"""{ "inputs": 1, {{setting}}, {{Layers}} }""");

    [Theory]
    [InlineData("0")]
    [InlineData("16777217")]
    [InlineData("[]")]
    [InlineData("[\"\"]")]
    [InlineData("[\"a\", \"a\"]")]
    public void Inputs_have_limits(string inputs) => AssertRejected($$"""{ "inputs": {{inputs}}, {{Layers}} }""");

    [Theory]
    [InlineData("\"type\": \"dense\", \"weights\": []")]
    [InlineData("\"type\": \"dense\", \"weights\": [[1]], \"units\": 0")]
    [InlineData("\"type\": \"dense\", \"weights\": [[1]], \"units\": 2147483648")]
    [InlineData("\"type\": \"dense\", \"weights\": [[1]], \"name\": \"\"")]
    [InlineData("\"type\": \"dense\", \"weights\": [[1]], \"inputs\": []")]
    [InlineData("\"type\": \"dense\", \"weights\": [[1]], \"inputs\": [\"input\", \"input\"]")]
    [InlineData("\"type\": \"dense\", \"weights\": [[1]], \"activation\": \"step\"")]
    [InlineData("\"type\": \"dense\", \"weights\": [[1]], \"activation\": \"prelu\"")]
    [InlineData("\"type\": \"dense\", \"weights\": [[1]], \"activation\": { \"type\": \"prelu\" }")]
    [InlineData("\"type\": \"dense\", \"weights\": [[1]], \"activation\": { \"type\": \"elu\", \"weights\": [1] }")]
    [InlineData("\"type\": \"dense\", \"weights\": [[1]], \"activation\": { \"type\": \"relu\", \"alpha\": 1 }")]
    [InlineData("\"type\": \"activation\"")]
    [InlineData("\"type\": \"normalization\", \"mean\": [1], \"scale\": [0]")]
    [InlineData("\"type\": \"batch_normalization\", \"mean\": [1], \"variance\": [-1]")]
    [InlineData("\"type\": \"batch_normalization\", \"mean\": [1], \"variance\": [1], \"epsilon\": -1")]
    [InlineData("\"type\": \"layer_normalization\", \"epsilon\": 0")]
    [InlineData("\"type\": \"dropout\"")]
    [InlineData("\"type\": \"dropout\", \"rate\": -0.5")]
    [InlineData("\"type\": \"dropout\", \"rate\": 1")]
    [InlineData("\"type\": \"add\"")]
    [InlineData("\"type\": \"add\", \"inputs\": [\"input\"]")]
    [InlineData("\"type\": \"concat\", \"inputs\": []")]
    public void Layers_have_limits(string layer) => AssertRejected($$"""{ "inputs": 1, "layers": [ { {{layer}} } ] }""");

    [Theory]
    [InlineData("node")]
    [InlineData("node_00")]
    [InlineData("node_0_0_0")]
    [InlineData("node_1000000")]
    [InlineData("Output")]
    [InlineData("output_01")]
    [InlineData("outputs")]
    public void Nodes_have_their_names(string node) => AssertRejected($$"""{ "inputs": 1, "weights": { "{{node}}": [1], "output": [1] } }""");

    [Theory]
    [InlineData("\"type\": \"dense\", \"units\": 2, \"activation\": \"prelu\"")]
    [InlineData("\"type\": \"dense\", \"units\": 2, \"activation\": { \"type\": \"prelu\" }")]
    [InlineData("\"type\": \"normalization\"")]
    [InlineData("\"type\": \"dense\", \"units\": 2, \"use_bias\": false")]
    public void Trainable_networks_may_lack_numbers(string layer)
    {
        string file = $$"""{ "inputs": 1, "trainable": true, "layers": [ { {{layer}} } ] }""";
        ProblemList problems = new();
        Assert.NotNull(NetworkBinder.Bind("Net", null, NetworkFileReader.Read(file, problems, default), "net.nn.json", problems).Network);
        Assert.Empty(NetworkSchema.Validate(file));
        AssertRejected(file.Replace("true", "false"), schemaToo: layer.Contains("prelu"));
    }

    private static void AssertRejected(string file, bool schemaToo = true)
    {
        ProblemList problems = new();
        NetworkDeclaration declaration = NetworkFileReader.Read(file, problems, default);
        NetworkBinder.Bind("Net", null, declaration, "net.nn.json", problems);
        Assert.True(problems.HasErrors);
        Assert.Equal(schemaToo, NetworkSchema.Validate(file).Any());
    }
}
