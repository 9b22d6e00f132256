using NeuralGen.CodeFixes.Attributes;

namespace NeuralGen.Generator.Tests.CodeFixes;

public class FileNameTests
{
    private const string Network = """{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[1]] } ] }""";

    [Theory]
    [InlineData("\"irs.nn.json\"", "\"iris.nn.json\"")]
    [InlineData("@\"models\\Irris.nn.json\"", "\"iris.nn.json\"")]
    [InlineData("\"other/iris.nn.json\"", "\"iris.nn.json\"")]
    [InlineData("file: \"iris_.nn.json\"", "file: \"iris.nn.json\"")]
    public void A_file_that_is_not_there_becomes_the_closest_one(string wrong, string right) => FixOf.Project<FileNameCodeFix>(
        "Change to 'iris.nn.json'", Source(right), ("Source.cs", Source(wrong)), ("models/iris.nn.json", Network));

    [Fact]
    public void A_name_is_escaped() => FixOf.Project<FileNameCodeFix>(
        "Change to 'i\"ris.nn.json'", Source("\"i\\\"ris.nn.json\""), ("Source.cs", Source("\"i'ris.nn.json\"")), ("i\"ris.nn.json", Network));

    [Fact]
    public void All_names_of_a_document_are_changed_at_once() => FixOf.All<FileNameCodeFix>(
        Two("\"iris.nn.json\"", "\"bank.nn.json\""),
        ("Source.cs", Two("\"irises.nn.json\"", "\"bnk.nn.json\"")),
        ("iris.nn.json", Network),
        ("bank.nn.json", Network));

    [Theory]
    [InlineData("\"roses.nn.json\"")]
    [InlineData("\"iris.json\"")]
    [InlineData("Name")]
    [InlineData("\"irs\" + \".nn.json\"")]
    [InlineData("\"two.nn.jso\"")]
    public void Nothing_is_offered_where_no_file_is_close_or_the_name_is_no_literal(string name) => FixOf.Nothing<FileNameCodeFix>(
        ("Source.cs", Source(name)), ("iris.nn.json", Network));

    [Fact]
    public void Nothing_is_offered_where_two_files_have_the_name() => FixOf.Nothing<FileNameCodeFix>(
        ("Source.cs", Source("\"irs.nn.json\"")),
        ("a/iris.nn.json", Network),
        ("b/iris.nn.json", Network.Replace("{ \"inputs\"", "{ \"name\": \"other\", \"inputs\"", StringComparison.Ordinal)));

    private static string Source(string file) =>
        $"using NeuralGen;\n[NeuralNetwork({file} /* here */)]\npartial class Iris {{ private const string Name = \"irs.nn.json\"; }}\n";

    private static string Two(string first, string second) =>
        $"using NeuralGen;\n[NeuralNetwork({first})] partial class Iris;\n[NeuralNetwork({second})] partial class Bank;\n";
}
