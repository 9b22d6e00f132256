using Google.Protobuf;
using NeuralGen.Build;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Lowering.Evaluation;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Tests.Models;

namespace NeuralGen.Import.Tests.Testing;

/// <summary>Examples that an item names for its model become tests of the network.</summary>
public sealed class ModelTestsTests : IDisposable
{
    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_names_tensors_as_the_model_does()
    {
        string network = Network("""[ { "input": { "in/x": [1, -2] }, "output": { "out/y": [1, 0] } }, { "input": [3, 4], "output": [[3, 4]], "tolerance": 0.5 } ]""");
        Assert.Contains("{ \"input\": { \"inX\": [1, -2] }, \"output\": { \"outY\": [1, 0] } },\n", network, StringComparison.Ordinal);
        Assert.Contains("{ \"input\": { \"inX\": [3, 4] }, \"output\": { \"outY\": [3, 4] }, \"tolerance\": 0.5 }\n", network, StringComparison.Ordinal);
        Assert.Empty(Failures(network));
    }

    [Fact]
    public void A_wrong_import_fails_with_test_and_value() => Assert.StartsWith(
        "Test 1 of network 'digits': output '1' is 0 but 0.25 is expected",
        Assert.Single(Failures(Network("""[ { "input": [1, 2], "output": [1, 2] }, { "input": [1, -2], "output": [1, 0.25] } ]"""))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""[ { "input": { "x": [1, 2] }, "output": [1, 2] } ]""", "test 0 has an input 'x', which is none of the model's: 'in/x'")]
    [InlineData("""[ { "input": { }, "output": [1, 2] } ]""", "test 0 has no input 'in/x'")]
    [InlineData("""[ { "input": [1, 2], "output": [1, 2, 3] } ]""", "test 0 has 3 values for output 'out/y', whose shape is [2]")]
    [InlineData("[]", "there is no test in 'digits.tests'")]
    public void Tests_that_do_not_fit_are_errors(string tests, string words) =>
        Assert.Equal([$"NEURAL0420 'Tests' of the item 'models/digits.onnx': {words}"], Problems(Rectifier(), tests));

    [Fact]
    public void Mistakes_in_the_file_have_its_name_and_line()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "digits.tests"), "[\n  { \"input\": [1, 2], \"outputs\": [1, 2], \"output\": [1, 2] }\n]");
        FileProblem problem = Assert.Single(_folder.Import(Rectifier().Bytes, new ImportOptions { Tests = "digits.tests" }).Problems);
        Assert.Equal(("NEURAL0302", Path.Combine(_folder.Path, "digits.tests"), 2, 22), (problem.Rule.Id, problem.File, problem.Line, problem.Column));
    }

    [Fact]
    public void A_missing_file_is_an_error() => Assert.Equal(
        ["NEURAL0420 'Tests' of the item 'models/digits.onnx': there is no file or folder 'lost.json'"],
        _folder.Problems(Rectifier().Bytes, new ImportOptions { Tests = "lost.json" }));

    [Fact]
    public void Folders_of_the_standards_layout_are_read()
    {
        Write("set/test_data_set_0/input_0.pb", "", [1, 2], 1, -2);
        Write("set/test_data_set_0/output_0.pb", "", [1, 2], 1, 0);
        // Rows of a batch are a test each.
        Write("set/test_data_set_1/input_0.pb", "in/x", [2, 2], 3, -4, -5, 6);
        Write("set/test_data_set_1/output_0.pb", "out/y", [2, 2], 3, 0, 0, 6);
        string network = Network(null, "set");
        Assert.Equal(3, network.Split("\"tolerance\": 0.001").Length - 1);
        Assert.Contains("{ \"input\": { \"inX\": [-5, 6] }, \"output\": { \"outY\": [0, 6] }, \"tolerance\": 0.001 }", network, StringComparison.Ordinal);
        Assert.Empty(Failures(network));

        Assert.Equal(1, Network(null, "set/test_data_set_0").Split("\"tolerance\": 0.001").Length - 1);
        Write("set/test_data_set_1/output_0.pb", "out/y", [3], 3, 0, 0);
        Assert.Equal(
            ["NEURAL0420 'Tests' of the item 'models/digits.onnx': 'test_data_set_1' has values of shape [3] for output 'out/y', whose shape is [2]"],
            _folder.Problems(Rectifier().Bytes, new ImportOptions { Tests = "set" }));
        File.WriteAllText(Path.Combine(_folder.Path, "set/test_data_set_1/output_0.pb"), "no message");
        Assert.StartsWith("NEURAL0420 'Tests' of the item 'models/digits.onnx': Tensor 'output_0.pb' cannot be read", Assert.Single(_folder.Problems(Rectifier().Bytes, new ImportOptions { Tests = "set" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Constants_and_outputs_that_are_left_out_leave_the_tests()
    {
        ModelBuilder model = new ModelBuilder().Input("x", 1, 2).Input("k", 1, 1).Node("Mul", "x k", "y").Node("Neg", "x", "z").Output("y").Output("z");
        ImportOptions options = new() { Constants = "k=3", Outputs = "y", Tests = "digits.tests" };
        File.WriteAllText(Path.Combine(_folder.Path, "digits.tests"), """[ { "input": { "x": [1, 2], "k": 3 }, "output": { "z": [9, 9], "y": [3, 6] } } ]""");
        string network = _folder.Tested(model, options);
        Assert.Contains("{ \"input\": { \"x\": [1, 2] }, \"output\": { \"y\": [3, 6] } }", network, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder.Path, "digits.tests"), """[ { "input": { "x": [1, 2], "k": 4 }, "output": [3, 6] } ]""");
        Assert.Equal(["NEURAL0420 'Tests' of the item 'models/digits.onnx': test 0 has other values for 'k' than 'Constants' gives it"], _folder.Problems(model.Bytes, options));
    }

    [Fact]
    public void What_fails_is_reported_in_the_file_that_says_what_must_come_out()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "digits.tests"), """
            [
              { "input": [1, 2], "output": [1, 2] },
              { "input": [1, -2],
                "output": [1, 0.25] }
            ]
            """);
        FileProblem problem = Assert.Single(Run("digits.tests"));
        Assert.Equal(("NEURAL0208", Path.Combine(_folder.Path, "digits.tests"), 3), (problem.Rule.Id, problem.File, problem.Line));
        Assert.StartsWith("Test 1 of network 'Digits': output '1' is 0 but 0.25 is expected", problem.Message, StringComparison.Ordinal);

        Write("set/test_data_set_0/input_0.pb", "", [2, 2], 1, -2, 3, 4);
        Write("set/test_data_set_0/output_0.pb", "", [2, 2], 1, 0, 3, 5);
        problem = Assert.Single(Run("set"));
        Assert.Equal(("NEURAL0208", Path.Combine(_folder.Path, "set", "test_data_set_0", "output_0.pb"), 0), (problem.Rule.Id, problem.File, problem.Line));
        Assert.DoesNotContain("\"tests\": [", _folder.Network(Rectifier(), new ImportOptions { Tests = "set" }), StringComparison.Ordinal);
    }

    private IReadOnlyList<FileProblem> Run(string tests)
    {
        (IReadOnlyList<FileProblem> problems, ImportedFile file) = _folder.Import(Rectifier().Bytes, new ImportOptions { Tests = tests });
        Assert.Empty(problems);
        return new ImportedTests(file.TestedNetwork, hasVectors: true).Run(null, "");
    }

    [Fact]
    public void A_changed_file_is_read_again()
    {
        Assert.Contains("[1, 2]", Network("""[ { "input": [1, 2], "output": [1, 2] } ]"""), StringComparison.Ordinal);
        Assert.Contains("[11, 2]", Network("""[ { "input": [11, 2], "output": [11, 2] } ]"""), StringComparison.Ordinal);
    }

    private static ModelBuilder Rectifier() => new ModelBuilder().Input("in/x", "N", 2).Node("Relu", "in/x", "out/y").Output("out/y");

    private string Network(string? tests, string name = "digits.tests")
    {
        if (tests is not null)
        {
            File.WriteAllText(Path.Combine(_folder.Path, name), tests);
        }

        return _folder.Tested(Rectifier(), new ImportOptions { Tests = name });
    }

    private string[] Problems(ModelBuilder model, string tests)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "digits.tests"), tests);
        return _folder.Problems(model.Bytes, new ImportOptions { Tests = "digits.tests" });
    }

    private static string[] Failures(string network)
    {
        ProblemList problems = new();
        NetworkDeclaration declaration = NetworkFileReader.Read(network, problems, CancellationToken.None);
        BoundNetwork bound = NetworkBinder.Bind("digits", null, declaration, "digits", problems);
        TestRun.Report(bound, hasVectors: true, problems, CancellationToken.None);
        return [.. problems.Problems.Where(problem => problem.IsError).Select(problem => problem.Message)];
    }

    private void Write(string path, string name, long[] shape, params float[] values)
    {
        TensorProto tensor = new() { Name = name, DataType = (int)ElementKind.Float };
        tensor.Dims.AddRange(shape);
        tensor.FloatData.AddRange(values);
        string full = Path.Combine(_folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, tensor.ToByteArray());
    }
}
