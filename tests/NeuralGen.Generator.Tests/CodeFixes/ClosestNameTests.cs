using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using NeuralGen.CodeFixes.Files;

namespace NeuralGen.Generator.Tests.CodeFixes;

public class ClosestNameTests
{
    private const string Sound = """
        {
          "inputs": 1, "precision": "single", "loss": { "type": "huber", "delta": 1 },
          "layers": [
            { "type": "dense", "name": "a", "weights": [[1]], "activation": { "type": "elu", "alpha": 1 } },
            { "type": "activation", "inputs": ["a"], "activation": "softplus" }
          ],
          "tests": [ { "input": [0], "output": [0.693], "tolerance": 1e-2 } ]
        }
        """;

    [Theory]
    [InlineData("\"precision\"", "\"Precision\"")]
    [InlineData("\"layers\"", "\"layer\"")]
    [InlineData("\"weights\"", "\"wieghts\"")]
    [InlineData("\"alpha\"", "\"alhpa\"")]
    [InlineData("\"delta\"", "\"detla\"")]
    [InlineData("\"tolerance\"", "\"tolerence\"")]
    [InlineData("\"dense\"", "\"dens\"")]
    [InlineData("\"dense\"", "\"Dense\"")]
    [InlineData("\"elu\"", "\"ELU\"")]
    [InlineData("\"softplus\"", "\"soft-plus\"")]
    [InlineData("\"softplus\"", "\"\\u0053oftplus\"")]
    [InlineData("\"single\"", "\"singel\"")]
    [InlineData("\"huber\"", "\"hubert\"")]
    public void A_misspelled_name_becomes_the_closest_one(string right, string wrong) => AssertFixed(right.Trim('"'), Sound, right, wrong);

    [Fact]
    public void A_layer_that_is_read_gets_its_name() => AssertFixed(
        "hidden",
        """{ "inputs": 1, "layers": [ { "type": "dense", "name": "hidden", "weights": [[1]] }, { "type": "dense", "inputs": ["hidden"], "weights": [[1]] } ] }""",
        "[\"hidden\"]",
        "[\"hiden\"]");

    [Fact]
    public void A_name_is_escaped() => AssertFixed(
        """a\"b\\c\u000Aü\u2028d""",
        """{ "inputs": 1, "layers": [ { "type": "dense", "name": "a\"b\\c\nü\u2028d", "weights": [[1]] }, { "type": "dense", "inputs": ["a\"b\\c\u000Aü\u2028d"], "weights": [[1]] } ] }""",
        """["a\"b\\c\u000Aü\u2028d"]""",
        """["a\"b\\c\nü\u2028dd"]""");

    [Fact]
    public void Comments_and_line_ends_stay() => FixOf.Project<ClosestNameCodeFix>(
        "Change to 'weights'",
        "// first\r\n{ \"inputs\": 1, /* \"wieghts\" */\r\n  \"layers\": [ { \"type\": \"dense\", \"weights\" /* here */ : [[1]], }, ],\r\n}\r\n",
        ("net.nn.json", "// first\r\n{ \"inputs\": 1, /* \"wieghts\" */\r\n  \"layers\": [ { \"type\": \"dense\", \"wieghts\" /* here */ : [[1]], }, ],\r\n}\r\n"));

    [Fact]
    public void A_node_with_a_bias_gets_its_name() => FixOf.Project<ClosestNameCodeFix>(
        "Change to 'node_0'",
        """{ "inputs": 1, "weights": { "node_0": [1], "output": [1] }, "biases": { "node_0": 1 } }""",
        ("net.nn.json", """{ "inputs": 1, "weights": { "node_0": [1], "output": [1] }, "biases": { "node0": 1 } }"""));

    [Theory]
    [InlineData("""{ "inputs": 1, "layers": [ { "type": "dense", "weigths": [[1]], "weights": [[1]] } ] }""")]
    [InlineData("""{ "inputs": 1, "comment": "", "layers": [ { "type": "dense", "weights": [[1]] } ] }""")]
    [InlineData("""{ "inputs": 1, "layers": [ { "type": "convolution", "weights": [[1]] } ] }""")]
    [InlineData("""{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[1]], "activation": "nothing" } ] }""")]
    [InlineData("""{ "inputs": 1, "layers": [ { "type": "dense", "name": "a", "inputs": ["b"], "weights": [[1]] }, { "type": "dense", "name": "b", "weights": [[1]] } ] }""")]
    [InlineData("""{ "inputs": 1, "layers": [ { "type": "dense", "name": "a", "inputs": ["a"], "weights": [[1]] } ] }""")]
    public void Nothing_is_offered_where_no_name_is_close_or_free(string text) => FixOf.Nothing<ClosestNameCodeFix>(("net.nn.json", text));

    [Fact]
    public void A_setting_in_an_attribute_has_no_closest_name() => Assert.All(
        new[] { "Precision = (Precision)7", "HiddenActivation = (Activation)77" },
        argument =>
        {
            string source = $"using NeuralGen; [NeuralNetwork(Inputs = 1, {argument}), Node(\"output\", 1)] partial class Net;";
            using CodeFixHost project = new(new ClosestNameCodeFix(), LanguageVersion.Latest, ("Net.cs", source));
            Assert.Empty(project.Offers(Assert.Single(project.Diagnostics)));
        });

    [Fact]
    public void All_names_of_a_file_are_changed_at_once() => FixOf.All<ClosestNameCodeFix>(
        Sound,
        ("net.nn.json", Sound
            .Replace("\"precision\": \"single\"", "\"precison\": \"single\"", StringComparison.Ordinal)
            .Replace("\"dense\"", "\"dence\"", StringComparison.Ordinal)
            .Replace("{ \"type\": \"huber\"", "{ \"tpye\": \"huber\"", StringComparison.Ordinal)
            .Replace("\"softplus\"", "\"softpluss\"", StringComparison.Ordinal)));

    [Fact]
    public void Two_keys_do_not_become_the_same()
    {
        const string Text = """{ "inputs": 1, "layers": [ { "type": "dense", "weigths": [[1]], "wieghts": [[1]] } ] }""";
        using CodeFixHost project = new(new ClosestNameCodeFix(), LanguageVersion.Latest, ("net.nn.json", Text));
        CodeAction action = project.Offers(project.Diagnostics[0])[0].Action;
        Assert.Equal(
            Text.Replace("wieghts", "weights", StringComparison.Ordinal),
            project.FixAll(FixAllScope.Document, project.DocumentOf(project.Diagnostics[0]), action, "NEURAL0302")["net.nn.json"]);
    }

    [Theory]
    [InlineData(FixAllScope.Document, false)]
    [InlineData(FixAllScope.Project, true)]
    [InlineData(FixAllScope.Solution, true)]
    public void Other_files_are_changed_when_asked_for(FixAllScope scope, bool isOtherChanged)
    {
        const string Wrong = """{ "inputs": 1, "layers": [ { "type": "dens", "weights": [[1]] } ] }""";
        const string Right = """{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[1]] } ] }""";
        using CodeFixHost project = new(new ClosestNameCodeFix(), LanguageVersion.Latest, ("a.nn.json", Wrong), ("b.nn.json", Wrong), ("c.nn.json", Right));
        Diagnostic start = project.Diagnostics[0];
        Assert.Equal("a.nn.json", start.Location.GetLineSpan().Path);
        IReadOnlyDictionary<string, string> texts = project.FixAll(scope, project.DocumentOf(start), project.Offers(start)[0].Action, start.Id);
        Assert.Equal([Right, isOtherChanged ? Right : Wrong, Right], [texts["a.nn.json"], texts["b.nn.json"], texts["c.nn.json"]]);
    }

    [Fact]
    public void A_file_that_is_no_longer_as_it_was_marked_is_left_alone()
    {
        using CodeFixHost project = new(new ClosestNameCodeFix(), LanguageVersion.Latest, ("net.nn.json", Sound.Replace("\"elu\"", "\"Elu\"", StringComparison.Ordinal)));
        using CodeFixHost later = new(new ClosestNameCodeFix(), LanguageVersion.Latest, ("net.nn.json", "{ }"));
        using CodeFixHost broken = new(new ClosestNameCodeFix(), LanguageVersion.Latest, ("net.nn.json", "{ "));
        Assert.Empty(later.Offers(Assert.Single(project.Diagnostics)));
        Assert.Empty(broken.Offers(Assert.Single(project.Diagnostics)));
    }

    private static void AssertFixed(string name, string sound, string right, string wrong) => FixOf.Project<ClosestNameCodeFix>(
        $"Change to '{name}'", sound, ("net.nn.json", sound.Replace(right, wrong, StringComparison.Ordinal)));
}
