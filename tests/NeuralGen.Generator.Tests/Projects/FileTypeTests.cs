using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Projects;

/// <summary>Types that files declare by themselves.</summary>
public class FileTypeTests
{
    private const string Rest = """ "inputs": 2, "layers": [ { "type": "dense", "weights": [[1, 2]] } ] }""";

    [Fact]
    public void The_second_file_of_a_name_is_reported_at_its_start() => Diagnose
        .File("a/net.nn.json", "{" + Rest)
        .File("b/net.nn.json", "{|NEURAL0013:{" + Rest + "|}")
        .Reports("File 'net.nn.json' declares the type 'Net', which 'a/net.nn.json' declares too; give one of them another 'name' or 'namespace'");

    [Theory]
    [InlineData("models/net.nn.json")]
    [InlineData("net.nn.json")]
    public void A_linked_file_declares_a_type_of_the_name_that_the_project_shows(string link) => Diagnose
        .LinkedFile("/shared/model-v3.nn.json", link, "{" + Rest)
        .ReportsNothing();

    [Fact]
    public void A_link_without_our_ending_leaves_the_file_its_own_name() => Diagnose
        .LinkedFile("/shared/net.nn.json", "models/iris.json", "{" + Rest)
        .ReportsNothing();

    [Fact]
    public void The_second_file_that_declares_a_name_is_reported_at_the_name() => Diagnose
        .File("a.nn.json", """{ "name": "Net",""" + Rest)
        .File("b.nn.json", """{ "name": {|NEURAL0013:"net"|},""" + Rest)
        .Reports("File 'b.nn.json' declares the type 'Net', which 'a.nn.json' declares too; give one of them another 'name' or 'namespace'");

    [Fact]
    public void A_type_that_the_project_has_is_reported() => Diagnose
        .Source("public partial class Net;")
        .File("net.nn.json", "{|NEURAL0013:{" + Rest + "|}")
        .UsedBy(Consumer.TypeOnly)
        .Reports("""File 'net.nn.json' declares the type 'Net', which the project has already; put [NeuralNetwork("net.nn.json")] on it""");

    [Fact]
    public void A_namespace_of_the_same_name_is_reported() => Diagnose
        .Source("namespace Flowers.Iris { public class Other; }")
        .File("iris.nn.json", """{|NEURAL0013:{ "namespace": "Flowers",""" + Rest + "|}")
        .Unused()
        .Reports("File 'iris.nn.json' declares the type 'Flowers.Iris', which is also a namespace; give it another 'name' or 'namespace'");

    [Fact]
    public void A_type_of_the_name_of_the_namespace_is_reported() => Diagnose
        .Source("public class Flowers;")
        .File("iris.nn.json", """{ "namespace": "Flowers.Small", "name": {|NEURAL0013:"Iris"|},""" + Rest)
        .Unused()
        .Reports(
            "File 'iris.nn.json' declares the type 'Flowers.Small.Iris', which needs a namespace 'Flowers', but that is a type; give it another 'name' or 'namespace'");

    [Fact]
    public void A_file_in_a_namespace_that_another_file_makes_a_type_is_reported() => Diagnose
        .File("a.nn.json", """{ "name": "Net",""" + Rest)
        .File("b.nn.json", """{ "namespace": "Net", "name": {|NEURAL0013:"Inner"|},""" + Rest)
        .Reports("File 'b.nn.json' declares the type 'Net.Inner', which needs a namespace 'Net', but that is a type; give it another 'name' or 'namespace'");

    [Fact]
    public void Names_that_differ_in_letter_case_are_different() => Diagnose
        .File("a/net.nn.json", "{" + Rest)
        .File("b/NET.nn.json", "{" + Rest)
        .ReportsNothing();

    [Theory]
    [InlineData("a..b.1c. class")]
    [InlineData("")]
    [InlineData("class.int")]
    [InlineData("System")]
    public void Any_namespace_becomes_a_valid_one(string name) => Diagnose
        .File("any.nn.json", $$"""{ "namespace": "{{name}}",""" + Rest)
        .Unused()
        .ReportsNothing();

    [Theory]
    [InlineData(".nn.json")]
    [InlineData("1.nn.json")]
    [InlineData("my-net v2.nn.json")]
    [InlineData("class.nn.json")]
    public void Any_file_name_becomes_a_valid_type_name(string path) => Diagnose.File(path, "{" + Rest).Unused().ReportsNothing();
}
