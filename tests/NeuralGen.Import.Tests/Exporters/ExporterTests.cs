using System.Diagnostics;
using System.Text.Json;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Compiler.SafeTensors;
using NeuralGen.Import.Testing;
using NeuralGen.Import.Tests.Models;
using Xunit.Abstractions;

namespace NeuralGen.Import.Tests.Exporters;

/// <summary>What the exporters wrote computes what the tools themselves say: committed files and, where the tools are, new ones.</summary>
public sealed class ExporterTests(ITestOutputHelper output)
{
    private static readonly string[] Networks = ["sklearn_iris", "sklearn_pair", "sklearn_regressor", "keras_dense", "keras_images", "keras_sequence"];

    public static TheoryData<string> Names => new(Networks);

    private static string Fixtures => Path.Combine(SourceRoot.Path, "tests", "fixtures", "exporters");

    [Theory]
    [MemberData(nameof(Names))]
    public void Committed_networks_compute_what_the_tools_say(string name) => Check(Fixtures, name);

    [Fact]
    public void Committed_tensors_have_the_values_of_the_state_dict() => CheckTensors(Fixtures);

    [Fact]
    public void New_files_compute_what_the_tools_say()
    {
        string? python = new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(candidate => Run(candidate, "-c", "import sklearn, torch") == 0);
        if (python is null)
        {
            output.WriteLine("Skipped: there is no Python with scikit-learn and PyTorch (Debian's packages python3-sklearn and python3-torch).");
            return;
        }

        string folder = Directory.CreateTempSubdirectory("neuralgen-exporters-").FullName;
        try
        {
            Assert.Equal(0, Run(python, "-B", Path.Combine(Fixtures, "make.py"), folder, Path.Combine(SourceRoot.Path, "src", "NeuralGen.Import", "Exporters")));
            Assert.All(Networks, name => Check(folder, name));
            CheckTensors(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Check(string folder, string name)
    {
        ProblemList problems = new();
        NetworkDeclaration declaration = NetworkFileReader.Read(File.ReadAllText(Path.Combine(folder, name + ".nn.json")), problems, CancellationToken.None);
        BoundNetwork bound = NetworkBinder.Bind("Net", null, declaration, name, problems);
        List<ImportProblem> found = [];
        IReadOnlyList<FoundTest> tests = TestFileReader.Read(Path.Combine(folder, name + ".tests.json"), found);
        Assert.Empty(problems.Problems.Where(problem => problem.IsError).Select(problem => problem.Message).Concat(found.Select(problem => problem.Message)));
        Assert.True(tests.Count >= 3, $"{name} has {tests.Count} tests");
        foreach (FoundTest test in tests)
        {
            double[] actual = Interpreter.Predict(bound.Network!, test.Inputs[0].Values);
            Assert.Equal(test.Outputs[0].Values.Length, actual.Length);
            Assert.All(actual.Zip(test.Outputs[0].Values), pair => Assert.Equal(pair.Second, pair.First, test.Tolerance!.Value * Math.Max(1, Math.Abs(pair.Second))));
        }
    }

    private static void CheckTensors(string folder)
    {
        using FileStream stream = File.OpenRead(Path.Combine(folder, "torch.safetensors"));
        SafeTensorsFile file = SafeTensorsReader.TryRead(stream, "torch.safetensors", out IReadOnlyList<string> problems)!;
        Assert.Empty(problems);
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "torch.values.json")));
        Assert.Equal(
            expected.RootElement.EnumerateObject().Select(member => $"{member.Name} {member.Value[0].GetRawText().Replace(" ", "", StringComparison.Ordinal)}").Order(StringComparer.Ordinal),
            file.Tensors.Select(tensor => $"{tensor.Name} [{string.Join(",", tensor.Shape)}]").Order(StringComparer.Ordinal));
        foreach (TensorEntry tensor in file.Tensors.Where(tensor => tensor.Type.IsFloat()))
        {
            double[] values = new double[tensor.Count];
            Assert.Equal(values.Length, new TensorValues(stream, file, tensor).Read(values));
            Assert.Equal(expected.RootElement.GetProperty(tensor.Name)[1].EnumerateArray().Select(value => value.GetDouble()), values);
        }
    }

    private static int Run(string program, params string[] arguments)
    {
        try
        {
            ProcessStartInfo start = new(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            process.StandardOutput.ReadToEnd();
            errors.Wait();
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
