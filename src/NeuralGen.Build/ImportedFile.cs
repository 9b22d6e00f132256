using System.Globalization;
using System.Text;
using NeuralGen.Compiler.Values.Names;
using NeuralGen.Import;
using NeuralGen.Import.Nnet;
using NeuralGen.Import.Reading;
using NeuralGen.Import.RtNeural;
using NeuralGen.Import.Testing;
using NeuralGen.Import.Writing;

namespace NeuralGen.Build;

/// <summary>A model of another tool that an item names: it becomes a <c>.nn.json</c> file and, where it has many numbers, one of weights.</summary>
/// <param name="path">The path as the project writes it.</param>
/// <param name="fullPath">The full path.</param>
/// <param name="output">The full path of what is made, without its endings.</param>
/// <param name="shownOutput">The end of that path by which the network names its weights.</param>
/// <param name="options">What the item says of it.</param>
/// <param name="folder">The folder from which the item's other paths count.</param>
internal sealed class ImportedFile(string path, string fullPath, string output, string shownOutput, ImportOptions options, string folder = "")
{
    private const string WeightsExtension = ".safetensors";

    private static readonly string[] Precisions = ["", "single", "double"];

    private static readonly string[] Flags = ["", "true", "false"];

    /// <summary>What is known of a model against which something stands.</summary>
    private ImportedModel? _known;

    private readonly ModelFile _weights = new(path + WeightsExtension, output + WeightsExtension, output + WeightsExtension);

    /// <summary>The network, which the compiler reads.</summary>
    public string Network => output + ".nn.json";

    /// <summary>What is made of its numbers; null where they all stand in the network.</summary>
    public ModelFile? Weights => File.Exists(_weights.Source) ? _weights : null;

    /// <summary>The network with its tests, which the build runs.</summary>
    public string TestedNetwork => output + ".tests.json";

    /// <summary>Everything that exists.</summary>
    public IEnumerable<string> Written =>
        ((string[])[Network, Stamp, TestedNetwork, ImportedTests.PlacesOf(TestedNetwork)]).Where(File.Exists).Concat(Weights is { } weights ? [weights.Source, .. weights.Written] : []);

    private ImportOptions Named => options with { Class = options.Class.Length > 0 ? options.Class : Identifier.Member(Path.GetFileNameWithoutExtension(path)) };

    /// <summary>The full path of the tests; empty where there are none.</summary>
    private string Tests => options.Tests.Length > 0 ? Path.GetFullPath(Path.Combine(folder, options.Tests.Replace('\\', '/'))) : "";

    private string Stamp => output + ".stamp";

    /// <summary>Whether a file is a model that is imported.</summary>
    public static bool IsImported(string fullPath)
    {
        try
        {
            using FileStream stream = new(fullPath, FileMode.Open, FileAccess.Read, FileShare.Read);
            return !FileFormat.IsSafeTensors(stream, fullPath) && (ModelReader.IsModel(stream, fullPath) || NnetReader.IsNnet(stream, fullPath) || RtNeuralReader.IsRtNeural(stream, fullPath));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return fullPath.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) || fullPath.EndsWith(".nnet", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Reads the file and writes what is made of it, unless that is there already.</summary>
    /// <returns>What is wrong with the file; nothing is left then of what was made before but a network that stands in.</returns>
    public IReadOnlyList<FileProblem> Convert()
    {
        try
        {
            FileInfo source = new(fullPath);
            if (!source.Exists)
            {
                return Fail([new FileProblem(ModelFileRules.Unreadable, ModelFileRules.Unreadable.Text(path, Directory.Exists(fullPath) ? "it is a folder" : "there is no such file"))]);
            }

            string key = Uri.EscapeDataString(options.ToString() + TestSource.State(Tests));
            ConvertedFile state = new(ConvertedFile.CurrentTool, path, source.Length, source.LastWriteTimeUtc, key);
            return ConvertedFile.TryRead(Stamp) == state && File.Exists(Network)
                ? Weights?.Convert() ?? []
                : Convert(source, state);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail([new FileProblem(ModelFileRules.Unreadable, ModelFileRules.Unreadable.Text(path, exception.Message.TrimEnd('.')))]);
        }
    }

    private IReadOnlyList<FileProblem> Convert(FileInfo source, ConvertedFile state)
    {
        List<ImportProblem> problems = [.. SettingProblems()];
        string hash = "";
        ImportedModel? model = null;
        IReadOnlyList<ModelTest> tests = [];
        try
        {
            using FileStream stream = source.OpenRead();
            bool isOnnx = ModelReader.IsModel(stream, fullPath);
            problems.AddRange(isOnnx ? [] : ForeignSettings());
            model = !isOnnx
                ? NnetReader.IsNnet(stream, fullPath) ? NnetReader.Read(stream, path, source.FullName) : RtNeuralReader.Read(stream, path, source.FullName)
                : ModelImporter.Import(ModelReader.Read(stream, path), path, Path.GetDirectoryName(source.FullName)!, options, problems);
            hash = ModelFile.Hash(stream);
            tests = model is { IsMissing: false } && Tests.Length > 0 ? new TestSource(model, path, options.Tests, Tests, problems).Read() : [];
        }
        catch (ImportException exception)
        {
            problems.Add(exception.Problem);
        }

        if (model is null || problems.Count > 0)
        {
            _known = model;
            return Fail(problems.Select(problem => new FileProblem(problem.Rule, problem.Message) { File = problem.File, Line = problem.Line, Column = problem.Column }));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        ImportOptions named = Named;
        string weights = shownOutput.Replace('\\', '/') + WeightsExtension;
        string comment = string.Format(CultureInfo.InvariantCulture, "made of {0}, which {1} wrote", path, model.Producer.Length > 0 ? $"{model.Producer} {model.ProducerVersion}".Trim() : "some tool");
        NetworkText text = new(model, named, weights, []);
        string network = text.Write(comment, hash);
        Write(_weights.Source, text.Tensors.Count == 0 ? null : text.WriteTensors);
        Write(Network, Text(network));
        bool areTested = tests.Count > 0;
        Write(ImportedTests.PlacesOf(TestedNetwork), areTested ? Text(ImportedTests.Places(tests)) : null);
        Write(TestedNetwork, areTested ? Text(new NetworkText(model, named, weights, tests).Write(comment, hash)) : null);
        IReadOnlyList<FileProblem> found = Weights?.Convert() ?? [];
        if (found.Count == 0 && !model.HasExternalData)
        {
            // Files of values beside the model may change by themselves.
            state.Write(Stamp);
        }

        return found.Count == 0 ? found : Fail(found);
    }

    /// <summary>Metadata that says something of graphs, for a model that has none.</summary>
    private IEnumerable<ImportProblem> ForeignSettings() =>
        new[] { ("InputShapes", options.InputShapes), ("Constants", options.Constants), ("Outputs", options.Outputs), ("States", options.States) }
            .Where(setting => setting.Item2.Length > 0)
            .Select(setting => ImportProblem.Of(ImportRules.Setting, setting.Item1, path, "is for ONNX models, and this is none"));

    private IEnumerable<ImportProblem> SettingProblems()
    {
        if (Array.IndexOf(Precisions, options.Precision) < 0)
        {
            yield return ImportProblem.Of(ImportRules.Setting, "Precision", path, $"is '{options.Precision}'; it is 'single' or 'double'");
        }

        if (Array.IndexOf(Flags, options.Stateful.ToLowerInvariant()) < 0)
        {
            yield return ImportProblem.Of(ImportRules.Setting, "Stateful", path, $"is '{options.Stateful}'; it is 'true' or 'false'");
        }

        if (Array.IndexOf(Flags, options.Trainable.ToLowerInvariant()) < 0)
        {
            yield return ImportProblem.Of(ImportRules.Setting, "Trainable", path, $"is '{options.Trainable}'; it is 'true' or 'false'");
        }

        if (options.Seed.Length > 0 && !int.TryParse(options.Seed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            yield return ImportProblem.Of(ImportRules.Setting, "Seed", path, $"is '{options.Seed}'; it is a whole number");
        }
    }

    private static Action<Stream> Text(string text) => stream =>
    {
        byte[] bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text);
        stream.Write(bytes, 0, bytes.Length);
    };

    private static void Write(string target, Action<Stream>? write)
    {
        if (write is null)
        {
            File.Delete(target);
            return;
        }

        string temporary = OutputFile.Temporary(target);
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
            }

            OutputFile.Place(temporary, target);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private IReadOnlyList<FileProblem> Fail(IEnumerable<FileProblem> problems)
    {
        // What belongs to an earlier state of the file must not pass for this one.
        foreach (string made in new[] { Stamp, Network, TestedNetwork, ImportedTests.PlacesOf(TestedNetwork), _weights.Source, _weights.Facts, _weights.Values, _weights.Stamp }.Where(File.Exists))
        {
            File.Delete(made);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        Write(Network, Text(NetworkText.StandIn(_known, Named)));
        return [.. problems];
    }
}
