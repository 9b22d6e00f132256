using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NeuralGen.Compiler.Emission;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Compiler.Targets;
using NeuralGen.Generator.Analyzers;
using NeuralGen.Generator.Projects;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Fuzzing;

/// <summary>
/// Damaged files: never an exception; each gives code or at least one of our errors; the code compiles without a
/// warning; and where there is no error, the code is not a stand-in.
/// </summary>
public class FileFuzzTests
{
    private const int FilesPerProject = 80;

    private const int BatchesPerPart = 84;

    private static readonly string[] Originals =
    [
        """
        {
          "$schema": "s", "name": "net", "namespace": "Some.Space", "precision": "single", "emission": "auto", "seed": 1,
          "inputs": ["a", "b c"], "range": [[0, 1], [-1, 1]],
          "outputs": ["x", "y"],
          "labels": ["no", { "text": "<=50K", "name": "yes" }],
          "loss": { "type": "huber", "delta": 1 },
          "layers": [
            { "type": "normalization", "mean": [0.5, 1], "scale": [2, 0.5] },
            { "type": "dense", "name": "h", "weights": [[1, 2], [3, -4], [0.5, 0]], "bias": [0.1, 0.2, 0.3], "activation": { "type": "leaky_relu", "alpha": 0.1 } },
            { "type": "batch_normalization", "gamma": [1, 2, 3], "beta": [0, 1, 2], "mean": [0.1, 0.2, 0.3], "variance": [1, 2, 3], "epsilon": 1e-5 },
            { "type": "dropout", "rate": 0.5 },
            { "type": "dense", "units": 2, "use_bias": false, "weights": [[1, 2, 3], [4, 5, 6]], "activation": "softmax" }
          ]
        }
        """,
        """
        { "inputs": 2, "precision": "double", "hidden_activation": "relu", "output_activation": "sigmoid", "labels": ["a", "b"],
          "weights": { "node_0": [2, 4], "node_1": [4, -5], "output": [2, 7] }, "biases": { "node_0": 0.5 },
          "tests": [ { "input": [3, 5], "output": [1], "tolerance": 1e-3 } ] }
        """,
        """
        { "inputs": 3, "emission": "vectorized", "layers": [
            { "type": "dense", "name": "one", "weights": [[1, 2, 3], [4, 5, 6], [7, 8, 9]], "activation": { "type": "prelu", "weights": [0.1, 0.2, 0.3] } },
            { "type": "layer_normalization", "name": "two", "gamma": [1, 1, 2], "beta": [0, 0, 1], "epsilon": 1e-5 },
            { "type": "add", "name": "sum", "inputs": ["one", "two"] },
            { "type": "concat", "inputs": ["sum", "input"] },
            { "type": "activation", "activation": "log_softmax" } ] }
        """,
        """
        // comment
        { "inputs": ["x"], "emission": "unrolled", "layers": [ { "type": "dense", "weights": [[2], [-1]], "activation": "gelu", }, { "type": "dense", "weights": [[1, 1]] } ], /* trailing */ }
        """,
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_damaged_file_gives_code_or_an_error(int part)
    {
        int sound = 0;
        int broken = 0;
        int batches = TestShare.Of(BatchesPerPart, 8);
        for (int batch = 0; batch < batches; batch++)
        {
            (int soundFiles, int brokenFiles) = CheckProject((part * 1000) + batch, isCompiled: batch % 14 == 0);
            sound += soundFiles;
            broken += brokenFiles;
        }

        // Mutants of both kinds occur, or this proves nothing.
        Assert.InRange(sound, TestShare.Of(200, 40), BatchesPerPart * FilesPerProject);
        Assert.InRange(broken, TestShare.Of(200, 40), BatchesPerPart * FilesPerProject);
    }

    private static (int Sound, int Broken) CheckProject(int seed, bool isCompiled)
    {
        TextMutator mutator = new(seed);
        GeneratorHost host = new();
        for (int i = 0; i < FilesPerProject; i++)
        {
            string text = mutator.Mutate(Originals[i % Originals.Length]);

            // A name of its own, so that each file declares a type of its own.
            string name = $"\"name\": \"n{i.ToString(CultureInfo.InvariantCulture)}\"";
            host.File($"/p/n{i.ToString(CultureInfo.InvariantCulture)}.nn.json", text.Replace("\"name\": \"net\"", name, StringComparison.Ordinal));
        }

        CSharpCompilation compilation = host.Compilation();
        GeneratorDriver driver = host.Driver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> reported);
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        Assert.Null(result.Exception);
        Assert.Empty(reported);

        // Compiling takes most of the time; all files are parsed, one batch in fourteen is compiled.
        AssertClean(isCompiled ? output.GetDiagnostics() : [.. output.SyntaxTrees.SelectMany(tree => tree.GetDiagnostics())], host, seed);
        if (isCompiled)
        {
            AssertComputes(output, result, seed);
        }

        return CheckFiles(host, compilation, result, seed);
    }

    /// <summary>The code that is no stand-in computes what the interpreter computes.</summary>
    private static void AssertComputes(Compilation output, GeneratorRunResult result, int seed)
    {
        using MemoryStream stream = new();
        Assert.True(output.Emit(stream).Success);
        stream.Position = 0;
        Assembly assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream);
        foreach (NetworkModel model in result.TrackedSteps[TrackingNames.ModelsOfFiles].SelectMany(step => step.Outputs).Select(item => (NetworkModel)item.Value))
        {
            if (model.Network is { Input.Size: < 100 } network)
            {
                double[] input = [.. Enumerable.Range(0, network.Input.Size).Select(i => 0.5 - (0.25 * i))];
                double[] expected = Interpreter.Predict(network, input);
                double[] actual = new CompiledNetwork(assembly.GetType(model.Target.FullName, throwOnError: true)!).Predict(input);
                double scale = Math.Max(1, expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max());

                // Values beyond the range of single precision overflow there, and what follows from them says nothing.
                bool overflows = Interpreter.Evaluate(network, input).Any(tensor => tensor.Any(value => !(Math.Abs(value) < 1e30)));
                Assert.All(expected.Zip(actual), pair => Assert.True(
                    overflows || Math.Abs(pair.First - pair.Second) <= 1e-4 * scale,
                    $"Seed {seed}, {model.Target.FullName}: {pair.Second} instead of {pair.First}"));
            }
        }
    }

    private static void AssertClean(ImmutableArray<Diagnostic> diagnostics, GeneratorHost host, int seed)
    {
        Diagnostic? first = diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.True(first is null, $"Seed {seed}: {first}\n{Culprit(first, host)}");
    }

    private static string Culprit(Diagnostic? diagnostic, GeneratorHost host)
    {
        string type = Path.GetFileName(diagnostic?.Location.SourceTree?.FilePath ?? "").Split('.') is [_, var name, ..] ? name : "";
        return host.Files.FirstOrDefault(file => file.Path.EndsWith($"/{type}.nn.json", StringComparison.OrdinalIgnoreCase))?.GetText()?.ToString() ?? type;
    }

    private static (int Sound, int Broken) CheckFiles(GeneratorHost host, CSharpCompilation compilation, GeneratorRunResult result, int seed)
    {
        Dictionary<string, NetworkModel> models = result.TrackedSteps[TrackingNames.ModelsOfFiles]
            .SelectMany(step => step.Outputs)
            .Select(item => (NetworkModel)item.Value)
            .ToDictionary(model => model.Target.FullName);
        NetworkDiagnostics diagnostics = new(compilation, host.Files, host.Options, host.Checks, default);
        int sound = 0;
        foreach (AdditionalText file in host.Files)
        {
            string text = file.GetText()!.ToString();
            IReadOnlyList<Diagnostic> found = diagnostics.OfFile(file, default);
            Assert.All(found, diagnostic => Assert.True(
                diagnostic.Id != "NEURAL0099" && diagnostic.Location.SourceSpan.End <= text.Length, $"Seed {seed}: {diagnostic}\n{text}"));
            bool isBroken = found.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            if (!isBroken)
            {
                NetworkModel model = models.Values.First(candidate => candidate.Network is not null && candidate.Target == Target(file));
                Assert.NotNull(model.Network);
                sound++;
            }
            else if (models.TryGetValue(Target(file).FullName, out NetworkModel? model) && model.Target == Target(file) && model.Network is not null)
            {
                // Code without a stand-in is right beside an error only where the file's own test failed or another file has the type.
                Assert.Contains(found, diagnostic => diagnostic.Id is "NEURAL0208" or "NEURAL0013");
            }
        }

        return (sound, host.Files.Count - sound);
    }

    private static TargetType Target(AdditionalText file) =>
        FileTarget.Of(file.Path, FileCache.Read(file.GetText(), default).Declaration, "Project");
}
