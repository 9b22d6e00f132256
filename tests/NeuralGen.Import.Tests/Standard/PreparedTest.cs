using System.Globalization;
using System.Text.RegularExpressions;
using NeuralGen.Build;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;

namespace NeuralGen.Import.Tests.Standard;

/// <summary>A test whose model was imported as the build imports it.</summary>
/// <param name="test">The test.</param>
/// <param name="index">Its number, by which its class is called.</param>
internal sealed partial class PreparedTest(StandardTest test, int index)
{
    /// <summary>The test.</summary>
    public StandardTest Test => test;

    /// <summary>The class.</summary>
    public string Class { get; } = FormattableString.Invariant($"Net{index}");

    /// <summary>What became of it, where that is known.</summary>
    public StandardResult? Result { get; private set; }

    /// <summary>The network's text.</summary>
    public string Network { get; private set; } = "";

    /// <summary>What the compiler is told of its weights; null where it has none.</summary>
    public string? Facts { get; private set; }

    /// <summary>The resource of its weights; null where it has none.</summary>
    public (string Name, byte[] Bytes)? Resource { get; private set; }

    /// <summary>The inputs that are passed, by their places among all.</summary>
    public int[] Passed { get; private set; } = [];

    /// <summary>The kinds of all inputs and of the outputs.</summary>
    public (ElementKind[] Inputs, ElementKind[] Outputs) Kinds { get; private set; }

    /// <summary>What the project says of the model beside what a test finds out.</summary>
    public ImportOptions Options { get; init; } = new();

    /// <summary>Code that calls the network; null where it only predicts.</summary>
    public string? Driver { get; init; }

    /// <summary>Notes what became of it.</summary>
    public void End(StandardOutcome outcome, string reason = "") => Result = new StandardResult(test.Name, outcome, reason);

    /// <summary>Imports the model, with constants for those inputs that the import asks for.</summary>
    public void Prepare()
    {
        string data = test.DataSets[0];
        if (StandardTest.Tensors(data, "input") is not { } inputs || StandardTest.Tensors(data, "output") is not { } outputs)
        {
            End(StandardOutcome.Skipped, "not all inputs and outputs are tensors of known elements");
            return;
        }

        ModelProto model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(test.Model));
        string[] names = [.. model.Graph.Input.Where(input => model.Graph.Initializer.All(tensor => tensor.Name != input.Name)).Select(input => input.Name)];
        Kinds = ([.. inputs.Select(input => input.Kind)], [.. outputs.Select(output => output.Kind)]);
        if (Kinds.Inputs.Concat(Kinds.Outputs).FirstOrDefault(kind => !kind.IsPassed() || kind == ElementKind.Undefined) is var strange && strange != ElementKind.Undefined)
        {
            End(StandardOutcome.Skipped, $"elements of type {strange.Name()}");
            return;
        }

        if (inputs.Any(input => input.Count == 0 && input.Shape.Length > 1))
        {
            End(StandardOutcome.Skipped, "an input has no elements");
            return;
        }

        string folder = Directory.CreateTempSubdirectory("neuralgen-standard-").FullName;
        try
        {
            Import(folder, names, inputs);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Import(string folder, string[] names, Literal[] inputs)
    {
        HashSet<string> constants = new(StringComparer.Ordinal);
        HashSet<string> shapes = new(StringComparer.Ordinal);
        for (int tries = 0; tries < 8; tries++)
        {
            ImportOptions options = Options with
            {
                Class = Class,
                Constants = string.Join(";", names.Select((name, i) => constants.Contains(name) ? $"{ImportSettings.Quote(name)}={Text(inputs[i])}" : "")),
                InputShapes = string.Join(";", names.Select((name, i) => shapes.Contains(name) ? $"{ImportSettings.Quote(name)}={string.Join(",", inputs[i].Shape)}" : "")),
            };
            ImportedFile file = new(Class + ".onnx", test.Model, Path.Combine(folder, Class), Class, options);
            IReadOnlyList<FileProblem> problems = file.Convert();
            if (problems.Count == 0)
            {
                Passed = [.. Enumerable.Range(0, names.Length).Where(i => !constants.Contains(names[i]))];
                Read(file);
                return;
            }

            int known = constants.Count + shapes.Count;
            constants.UnionWith(problems.SelectMany(problem => OpenInput().Matches(problem.Message).Select(match => match.Groups[1].Value.Trim('\''))).Where(names.Contains));
            shapes.UnionWith(problems.SelectMany(problem => OpenShape().Matches(problem.Message).Select(match => match.Groups[1].Value.Trim('\''))).Where(names.Contains));
            if (constants.Count + shapes.Count == known)
            {
                End(StandardOutcome.Refused, problems[0].Message);
                return;
            }
        }

        End(StandardOutcome.Refused, "the import asks for ever more constants");
    }

    private void Read(ImportedFile file)
    {
        Network = File.ReadAllText(file.Network);
        WeightsFile? weights = null;
        if (file.Weights is { } made)
        {
            Facts = File.ReadAllText(made.Facts);
            Resource = made.Resource.Length > 0 ? (made.Resource, File.ReadAllBytes(made.Values)) : null;
            weights = WeightsFileReader.Read(Class, Facts, CancellationToken.None);
        }

        ProblemList problems = new();
        NetworkDeclaration declaration = NetworkFileReader.Read(Network, problems, CancellationToken.None) with { Weights = weights };
        if (!problems.HasErrors)
        {
            NetworkBinder.Bind(Class, null, declaration, Class, problems);
        }

        if (problems.Problems.FirstOrDefault(problem => problem.IsError) is { } problem)
        {
            End(StandardOutcome.Refused, problem.Message);
        }
    }

    private static string Text(Literal values) => string.Join(",", Enumerable.Range(0, values.Count).Select(i =>
        values.Kind.IsFloat() ? values.Number(i).ToString("R", CultureInfo.InvariantCulture) : values.Integer(i).ToString(CultureInfo.InvariantCulture)));

    [GeneratedRegex("Constants=\"(.*?)=\\.\\.\\.")]
    private static partial Regex OpenInput();

    [GeneratedRegex("InputShapes=\"(.*?)=\\.\\.\\.")]
    private static partial Regex OpenShape();
}
