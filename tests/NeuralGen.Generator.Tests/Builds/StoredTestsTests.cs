using NeuralGen.Build;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen.Generator.Tests.Builds;

/// <summary>Tests of networks whose weights the compiler does not know, run where the weights are.</summary>
public sealed class StoredTestsTests : IDisposable
{
    private const int Inputs = 300;
    private const int Units = 300;

    private readonly string _folder = Directory.CreateTempSubdirectory("neuralgen-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("single")]
    [InlineData("double")]
    public void A_test_that_holds_is_silent(string precision) => Assert.Empty(Run(Text(precision, Expected())));

    [Fact]
    public void A_value_that_differs_has_its_line_and_both_numbers()
    {
        double[] expected = Expected();
        expected[1] += 0.5;
        LocatedProblem problem = Assert.Single(Run(Text("double", expected)));
        Assert.Equal(("NEURAL0208", 6, 30), (problem.Rule.Id, problem.Line, problem.Column));
        Assert.StartsWith("Test 0 of network 'Net': output '1' is ", problem.Message, StringComparison.Ordinal);
        Assert.Contains($"but {Math.Round(expected[1], 10).ToString(System.Globalization.CultureInfo.InvariantCulture)} is expected", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_in_the_file_are_the_compilers_to_report() =>
        Assert.Empty(Run(Text("single", [1, 2, 3]).Replace("\"fc2\"", "\"fc3\"", StringComparison.Ordinal)));

    [Fact]
    public void Small_networks_are_the_compilers_to_test()
    {
        double[] wrong = [1, 2];
        Assert.Empty(Run(Text("single", wrong).Replace("""{ "type": "dense", "name": "fc1", "activation": "relu" },""", """{ "type": "slice", "end": 300 },""", StringComparison.Ordinal)));
    }

    [Fact]
    public void Networks_that_take_long_are_not_run_in_silence()
    {
        string input = string.Join(",", Enumerable.Repeat("1", 16 * 120 * 120));
        LocatedProblem problem = Assert.Single(Run(
            $$"""
            { "inputs": [ { "shape": [16, 120, 120] } ], "tensors": "net.safetensors",
              "layers": [ { "type": "conv2d", "name": "conv" }, { "type": "global_average_pool" } ],
              "tests": [ { "input": [{{input}}], "output": [{{string.Join(",", Enumerable.Repeat("0", 64))}}] } ] }
            """,
            ("conv.weight", DataType.F32, [64, 16, 10, 10], new double[64 * 1600])));
        Assert.Equal(("NEURAL0216", 3, 12), (problem.Rule.Id, problem.Line, problem.Column));
        Assert.StartsWith(
            "The tests of network 'Net' (1) were not run: each takes 1261670400 multiply-adds, and a build waits for no more than 1000000000; compare in a test project",
            problem.Message,
            StringComparison.Ordinal);
    }

    private static double Weight(int i) => ((i * 37 % 101) - 50) / 64.0;

    private static double[] Input { get; } = [.. Enumerable.Range(0, Inputs).Select(i => ((i % 7) - 3) / 8.0)];

    /// <summary>What the network computes, by two loops.</summary>
    private static double[] Expected()
    {
        double[] hidden = [.. Enumerable.Range(0, Units).Select(unit => Math.Max(0, Input.Select((x, i) => x * Weight((unit * Inputs) + i)).Sum()))];
        return [.. Enumerable.Range(0, 2).Select(unit => hidden.Select((x, i) => x * Weight((unit * Units) + i)).Sum())];
    }

    private static string Text(string precision, double[] expected) => $$"""
        { "precision": "{{precision}}", "inputs": {{Inputs}}, "tensors": "net.safetensors",
          "layers": [
            { "type": "dense", "name": "fc1", "activation": "relu" },
            { "type": "dense", "name": "fc2" } ],
          "tests": [ { "input": [{{string.Join(",", Input.Select(x => x.ToString(System.Globalization.CultureInfo.InvariantCulture)))}}],
            "output": [{{string.Join(", ", expected.Select(x => x.ToString("F10", System.Globalization.CultureInfo.InvariantCulture)))}}] } ] }
        """;

    private IReadOnlyList<LocatedProblem> Run(string json, params (string Name, DataType Type, long[] Shape, double[] Values)[] tensors)
    {
        if (tensors.Length == 0)
        {
            tensors =
            [
                ("fc1.weight", DataType.F32, [Units, Inputs], [.. Enumerable.Range(0, Units * Inputs).Select(Weight)]),
                ("fc2.weight", DataType.F32, [2, Units], [.. Enumerable.Range(0, 2 * Units).Select(Weight)]),
            ];
        }

        string network = Path.Combine(_folder, "net.nn.json");
        File.WriteAllText(network, json);
        string weights = Path.Combine(_folder, "net.safetensors");
        File.WriteAllBytes(weights, ModelFileTests.Written(tensors));
        ModelFile model = new("net.safetensors", weights, Path.Combine(_folder, "obj", "net.safetensors"));
        Assert.Empty(model.Convert());
        StoredTests tests = new(network, hasVectors: true);
        Assert.Equal("net.safetensors", tests.Reference);
        return tests.Run(WeightsFileReader.Read("net.safetensors", File.ReadAllText(model.Facts), default), weights);
    }
}
