using Microsoft.Build.Framework;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Reading.Files;

namespace NeuralGen.Build;

/// <summary>
/// Runs the tests of networks whose weights only the build knows: once per state of the network's file and of its weights. All other tests the
/// analyzers run.
/// </summary>
public sealed class TestNeuralNetworkFiles : Microsoft.Build.Utilities.Task
{
    /// <summary>The files of networks.</summary>
    [Required]
    public ITaskItem[] Networks { get; set; } = [];

    /// <summary>What the compiler knows of weights files: what <see cref="ReadNeuralNetworkFiles"/> gave.</summary>
    [Required]
    public ITaskItem[] Facts { get; set; } = [];

    /// <summary>The project's folder, a full path.</summary>
    [Required]
    public string ProjectFolder { get; set; } = "";

    /// <summary>The folder to write to, a full path.</summary>
    [Required]
    public string OutputFolder { get; set; } = "";

    /// <summary>Whether the program computes with hardware vectors.</summary>
    public bool HasVectors { get; set; }

    /// <summary>All files that are there because of the tests.</summary>
    [Output]
    public ITaskItem[] Written { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        List<ITaskItem> written = [];
        foreach (ITaskItem network in Networks)
        {
            string path = network.GetMetadata("FullPath");
            try
            {
                if (network.GetMetadata(ReadNeuralNetworkFiles.TestsMetadata) is { Length: > 0 } tests)
                {
                    if (TestModel(network.GetMetadata(ReadNeuralNetworkFiles.ModelMetadata), tests))
                    {
                        written.Add(ReadNeuralNetworkFiles.Item(tests + ".stamp"));
                    }

                    continue;
                }

                string output = Path.Combine(OutputFolder, OutputPath.Of(network.ItemSpec, ProjectFolder) + ".tests.stamp");
                if (Test(path, output))
                {
                    written.Add(ReadNeuralNetworkFiles.Item(output));
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Report(new LocatedProblem(ModelFileRules.Unreadable, ModelFileRules.Unreadable.Text(network.ItemSpec, exception.Message.TrimEnd('.')), 0, 0), path);
            }
        }

        Written = [.. written];
        return !Log.HasLoggedErrors;
    }

    /// <summary>Runs the tests of one network; gives whether that is written down.</summary>
    private bool Test(string path, string output)
    {
        if (WeightsFileReader.IsFacts(path) || !File.Exists(path))
        {
            return false;
        }

        StoredTests tests = new(path, HasVectors);
        if (tests.Reference is not { } reference)
        {
            return false;
        }

        if (FactsOf(reference) is not { } item)
        {
            return false;
        }

        string weights = item.GetMetadata(ReadNeuralNetworkFiles.SourceMetadata);
        TestedFile state = new(output, path, weights);
        if (state.IsPassed)
        {
            return true;
        }

        WeightsFile file = WeightsFileReader.Read(Path.GetFileName(weights), File.ReadAllText(item.GetMetadata("FullPath")), default);
        IReadOnlyList<LocatedProblem> problems = tests.Run(file, weights);
        foreach (LocatedProblem problem in problems)
        {
            Report(problem, path);
        }

        if (problems.Count > 0)
        {
            File.Delete(output);
            return false;
        }

        state.Pass();
        return true;
    }

    /// <summary>Runs the tests of a model; gives whether they passed.</summary>
    private bool TestModel(string model, string tests)
    {
        string? reference = new StoredTests(tests, HasVectors).Reference;
        ITaskItem? facts = reference is null ? null : FactsOf(reference);
        string weights = facts?.GetMetadata(ReadNeuralNetworkFiles.SourceMetadata) ?? "";
        TestedFile state = new(tests + ".stamp", tests, weights.Length > 0 ? weights : tests);
        if (state.IsPassed)
        {
            return true;
        }

        WeightsFile? file = facts is null ? null : WeightsFileReader.Read(Path.GetFileName(weights), File.ReadAllText(facts.GetMetadata("FullPath")), default);
        IReadOnlyList<FileProblem> problems = new ImportedTests(tests, HasVectors).Run(file, weights);
        foreach (FileProblem problem in problems)
        {
            Report(new LocatedProblem(problem.Rule, problem.Message, problem.Line, problem.Column), problem.File.Length > 0 ? problem.File : model);
        }

        if (problems.Any(problem => problem.Rule.Severity == Severity.Error))
        {
            File.Delete(tests + ".stamp");
            return false;
        }

        state.Pass();
        return true;
    }

    /// <summary>The facts of a weights file; null where none or several fit.</summary>
    private ITaskItem? FactsOf(string reference)
    {
        ITaskItem[] known = [.. Facts.Where(item => WeightsFileReader.IsFacts(item.GetMetadata("FullPath")))];
        NamedFile[] files = [.. known.Select(item => new NamedFile(WithoutExtension(item.GetMetadata("FullPath")), item.GetMetadata("Link")))];
        IReadOnlyList<string> found = FileReference.Resolve(reference, files);
        return found.Count == 1 ? known.First(facts => WithoutExtension(facts.GetMetadata("FullPath")) == found[0]) : null;
    }

    private static string WithoutExtension(string facts) => facts.Substring(0, facts.Length - WeightsFileReader.Extension.Length);

    private void Report(LocatedProblem problem, string path)
    {
        if (problem.Rule.Severity == Severity.Error)
        {
            Log.LogError(null, problem.Rule.Id, null, problem.Rule.Link, path, problem.Line, problem.Column, 0, 0, problem.Message);
        }
        else if (problem.Rule.Severity == Severity.Warning)
        {
            Log.LogWarning(null, problem.Rule.Id, null, problem.Rule.Link, path, problem.Line, problem.Column, 0, 0, problem.Message);
        }
    }
}
