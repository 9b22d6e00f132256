using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Projects;

/// <summary>Files that attributes name.</summary>
public class FileReferenceTests
{
    private const string Good = """{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[1, 2]] } ] }""";

    private const string Bad = """{ "inputs": 2, "layers": [ { "type": "dense", "weights": [{|NEURAL0101:[1]|}] } ] }""";

    private const string BadMessage = "Layer 'output' row 0 has 1 weight; its input 'input' has 2 values";

    [Fact]
    public void A_file_that_the_project_does_not_have_is_reported_at_the_attribute() => Diagnose
        .Source("""[NeuralNetwork({|NEURAL0005:"other.nn.json"|})] public partial class Net;""")
        .Reports("Network 'Net' names the file 'other.nn.json', which is not among the project's additional files");

    [Fact]
    public void The_file_with_the_closest_name_is_suggested() => Diagnose
        .Source("""[NeuralNetwork({|NEURAL0005:"models/irsi.nn.json"|})] public partial class Net;""")
        .File("models/iris.nn.json", Good)
        .Reports("Network 'Net' names the file 'models/irsi.nn.json', which is not among the project's additional files; did you mean 'iris.nn.json'?");

    [Theory]
    [InlineData("mod\u00E8le.nn.json", "a/mode\u0300le.nn.json", "b/other.nn.json")]
    [InlineData("mode\u0300le.nn.json", "a/mod\u00E8le.nn.json", "b/other.nn.json")]
    [InlineData("\u00C9t\u00E9/net.nn.json", "E\u0301te\u0301/net.nn.json", "a/net.nn.json")]
    [InlineData("MOD\u00C8LE.nn.json", "a/mode\u0300le.nn.json", "b/other.nn.json")]
    [InlineData("mode\u0300le.nn.json", "a/mode\u0300le.nn.json", "a/mod\u00E8le.nn.json")]
    public void A_file_is_found_whether_its_letters_are_composed_or_not(string reference, string path, string other) => Diagnose
        .Source($$"""[NeuralNetwork("{{reference}}")] public partial class Net;""")
        .File(path, Bad)
        .File(other, """{ "name": "Other", "inputs": 1, "layers": [ { "type": "activation", "activation": "relu" } ] }""")
        .Reports(BadMessage);

    [Theory]
    [InlineData("net.json")]
    [InlineData("")]
    public void A_file_with_another_ending_is_told_the_right_one(string file) => Diagnose
        .Source($$"""[NeuralNetwork({|NEURAL0005:"{{file}}"|})] public partial class Net;""")
        .File("net.json", Good)
        .Reports($"Network 'Net' names the file '{file}', which is not among the project's additional files; the files of networks end with '.nn.json'");

    [Fact]
    public void A_part_of_a_segment_is_not_a_match() => Diagnose
        .Source("""[NeuralNetwork({|NEURAL0005:"ris.nn.json"|})] public partial class Net;""")
        .File("iris.nn.json", Good)
        .Reports("Network 'Net' names the file 'ris.nn.json', which is not among the project's additional files; did you mean 'iris.nn.json'?");

    [Fact]
    public void A_file_that_fits_twice_is_reported_with_all_paths() => Diagnose
        .Source("""[NeuralNetwork({|NEURAL0006:"iris.nn.json"|})] public partial class Net;""")
        .File("b/iris.nn.json", Good)
        .File("a/iris.nn.json", Good)
        .Reports("Network 'Net' names the file 'iris.nn.json', which fits 2 additional files: a/iris.nn.json, b/iris.nn.json; write more of its path");

    [Theory]
    [InlineData("models/iris.nn.json")]
    [InlineData("IRIS.nn.json")]
    [InlineData("shared/model-v3.nn.json")]
    public void A_linked_file_is_found_under_both_of_its_paths(string file) => Diagnose
        .Source($$"""[NeuralNetwork("{{file}}")] public partial class Net;""")
        .LinkedFile("/shared/model-v3.nn.json", @"models\iris.nn.json", Bad)
        .Reports(BadMessage);

    [Fact]
    public void A_linked_file_is_suggested_by_the_name_that_the_project_shows() => Diagnose
        .Source("""[NeuralNetwork({|NEURAL0005:"irsi.nn.json"|})] public partial class Net;""")
        .LinkedFile("/shared/model-v3.nn.json", "models/iris.nn.json", Good)
        .Reports("Network 'Net' names the file 'irsi.nn.json', which is not among the project's additional files; did you mean 'iris.nn.json'?");

    [Fact]
    public void A_link_that_fits_beside_another_file_is_reported_with_the_paths() => Diagnose
        .Source("""[NeuralNetwork({|NEURAL0006:"iris.nn.json"|})] public partial class Net;""")
        .LinkedFile("/shared/model-v3.nn.json", "models/iris.nn.json", Good)
        .File("/project/iris.nn.json", Good)
        .Reports("Network 'Net' names the file 'iris.nn.json', which fits 2 additional files: /project/iris.nn.json, /shared/model-v3.nn.json; write more of its path");

    [Fact]
    public void A_file_that_the_project_lists_twice_is_one_file() => Diagnose
        .Source("""[NeuralNetwork("iris.nn.json")] public partial class Net;""")
        .File("a/iris.nn.json", Bad)
        .File("a/iris.nn.json", Bad.Replace("{|NEURAL0101:[1]|}", "[1]", StringComparison.Ordinal))
        .Reports(BadMessage);

    [Fact]
    public void A_file_that_declares_its_own_type_and_is_listed_twice_is_one_file() => Diagnose
        .File(Bad)
        .File("net.nn.json", Bad.Replace("{|NEURAL0101:[1]|}", "[1]", StringComparison.Ordinal))
        .Reports(BadMessage);

    [Theory]
    [InlineData("""[NeuralNetwork("net.nn.json")] public partial class Net;""")]
    [InlineData("""[NeuralGen.NeuralNetworkAttribute(file: "net.nn.json")] public partial class Net;""")]
    [InlineData("""[global::NeuralGen.NeuralNetwork(@"net.nn.json")] public partial class Net;""")]
    [InlineData("""[NeuralNetwork("net" + ".nn.json")] public partial class Net;""")]
    [InlineData("""[NeuralNetwork(File)] public partial class Net { private const string File = "net.nn.json"; }""")]
    [InlineData("""using Brain = NeuralGen.NeuralNetworkAttribute; [Brain("net.nn.json")] public partial class Net;""")]
    [InlineData("""using BrainAttribute = NeuralGen.NeuralNetworkAttribute; [Brain("./net.nn.json")] public partial class Net;""")]
    public void A_mistake_in_a_named_file_is_reported_once_however_the_file_is_named(string source) => Diagnose
        .Source(source)
        .File("net.nn.json", Bad)
        .Reports(BadMessage);

    [Fact]
    public void Mistakes_in_the_attribute_and_in_its_file_are_reported_together() => Diagnose
        .Source("""[NeuralNetwork("net.nn.json", OutputNames = {|NEURAL0109:["a", "b"]|})] public partial class Net;""")
        .File("net.nn.json", Bad)
        .Reports("Network 'Net' has 1 output but 2 output names", BadMessage);

    [Fact]
    public void A_model_without_its_item_says_how_to_add_it() => Diagnose
        .Source("""[NeuralNetwork({|NEURAL0005:"models/digits.onnx"|})] public partial class Net;""")
        .Reports("Network 'Net' names the file 'models/digits.onnx', which is not among the project's additional files; a model of another tool needs an item in the project: <NeuralNetwork Include=\"models/digits.onnx\" />");

    [Fact]
    public void A_model_is_named_by_its_own_path()
    {
        GeneratedProject project = new GeneratorHost()
            .Source("using NeuralGen; [NeuralNetwork(\"models/digits.onnx\")] public partial class Own;")
            .File("/p/obj/NeuralGen/models/digits.onnx.nn.json", """{ "name": "Digits", "inputs": 1, "layers": [ { "type": "dense", "weights": [[1]] } ] }""")
            .Link("/p/obj/NeuralGen/models/digits.onnx.nn.json", "models/digits.onnx")
            .Run();
        Assert.Empty(project.Analyze());
        Assert.Equal(["Own"], project.Load().GetTypes().Where(type => type is { IsPublic: true, IsNested: false }).Select(type => type.Name));
    }

    [Theory]
    [InlineData("Second", "new float[2]")]
    [InlineData("Digits", "new float[1]")]
    [InlineData("Other", "new float[1]")]
    public void A_model_of_several_items_is_the_one_whose_class_is_named_like_the_type(string type, string output)
    {
        GeneratedProject project = new GeneratorHost()
            .Source($"using NeuralGen; [NeuralNetwork(\"models/digits.onnx\")] public partial class {type}; class Caller {{ void M() => {type}.Predict(new float[1], {output}); }}")
            .File("/p/obj/NeuralGen/models/digits.onnx.nn.json", """{ "name": "Digits", "inputs": 1, "layers": [ { "type": "dense", "weights": [[1]] } ] }""")
            .Link("/p/obj/NeuralGen/models/digits.onnx.nn.json", "models/digits.onnx")
            .File("/p/obj/NeuralGen/models/digits.onnx.Second.nn.json", """{ "name": "Second", "inputs": 1, "layers": [ { "type": "dense", "weights": [[1], [2]] } ] }""")
            .Link("/p/obj/NeuralGen/models/digits.onnx.Second.nn.json", "models/digits.onnx")
            .Run();
        Assert.Empty(project.Analyze());
        Assert.Equal(
            new[] { type, type == "Second" ? "Digits" : "Second" }.Order(StringComparer.Ordinal),
            project.Load().GetTypes().Where(found => found is { IsPublic: true, IsNested: false }).Select(found => found.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_model_of_several_items_with_other_classes_is_not_guessed() => Diagnose
        .Source("""[NeuralNetwork({|NEURAL0006:"digits.onnx"|})] public partial class Net;""")
        .LinkedFile("/p/obj/digits.onnx.First.nn.json", "models/digits.onnx", Good)
        .LinkedFile("/p/obj/digits.onnx.Second.nn.json", "models/digits.onnx", Good)
        .Reports("Network 'Net' names the file 'digits.onnx', which fits 2 additional files: /p/obj/digits.onnx.First.nn.json, /p/obj/digits.onnx.Second.nn.json; write more of its path");
}
