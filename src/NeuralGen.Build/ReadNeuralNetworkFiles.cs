using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace NeuralGen.Build;

/// <summary>
/// Reads the files of <c>NeuralNetwork</c> items. Of each weights file it makes facts for the compiler and, of larger ones, a
/// resource with the values for the program; of a model of another tool it makes a network and such a file of its weights. What was
/// made of a file that has not changed since stays.
/// </summary>
public sealed class ReadNeuralNetworkFiles : Microsoft.Build.Utilities.Task
{
    /// <summary>The metadata by which the compiler knows facts, and of which file they are.</summary>
    internal const string SourceMetadata = "NeuralNetworkFile";

    /// <summary>The metadata of a network that was made of a model: its tests.</summary>
    internal const string TestsMetadata = "NeuralNetworkTests";

    /// <summary>The metadata of a network with tests that was made of a model: the model's file.</summary>
    internal const string ModelMetadata = "NeuralNetworkModel";

    private const string LinkMetadata = "Link";

    /// <summary>The items.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>The project's folder, a full path.</summary>
    [Required]
    public string ProjectFolder { get; set; } = "";

    /// <summary>The folder to write to, a full path.</summary>
    [Required]
    public string OutputFolder { get; set; } = "";

    /// <summary>The facts, as additional files of the compiler.</summary>
    [Output]
    public ITaskItem[] Facts { get; private set; } = [];

    /// <summary>The resources of the program.</summary>
    [Output]
    public ITaskItem[] Resources { get; private set; } = [];

    /// <summary>All files that are there because of the items.</summary>
    [Output]
    public ITaskItem[] Written { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        Dictionary<string, ITaskItem> resources = new(StringComparer.Ordinal);
        List<ITaskItem> facts = [];
        List<ITaskItem> written = [];
        foreach (ITaskItem item in Files.GroupBy(item => (item.GetMetadata("FullPath"), item.GetMetadata("Class"))).Select(group => group.First()))
        {
            string fullPath = item.GetMetadata("FullPath");
            if (ImportedFile.IsImported(fullPath))
            {
                Import(item, fullPath, facts, written, resources);
            }
            else if (!facts.Exists(other => other.GetMetadata(SourceMetadata) == fullPath))
            {
                ModelFile file = new(item.ItemSpec, fullPath, Path.Combine(OutputFolder, OutputPath.Of(item.ItemSpec, ProjectFolder)));
                if (Report(fullPath, file.Convert()))
                {
                    Add(file, fullPath, item.GetMetadata(LinkMetadata), facts, written, resources);
                }
            }
        }

        Facts = [.. facts];
        Resources = [.. resources.Values];
        Written = [.. written];
        return !Log.HasLoggedErrors;
    }

    private void Import(ITaskItem item, string fullPath, List<ITaskItem> facts, List<ITaskItem> written, Dictionary<string, ITaskItem> resources)
    {
        // One model may be several networks.
        string name = item.GetMetadata("Class");
        string output = OutputPath.Of(item.ItemSpec, ProjectFolder) + (name.Length > 0 ? "." + string.Concat(name.Split(Path.GetInvalidFileNameChars())) : "");
        ImportedFile model = new(item.ItemSpec, fullPath, Path.Combine(OutputFolder, output), output, ItemOptions.Of(item), ProjectFolder);
        bool isSound = Report(fullPath, [.. model.Convert()]);

        // A network stands in for a model against which something stands: a build ends here, an editor goes on. By the model's own path an attribute names the network.
        string link = item.GetMetadata(LinkMetadata);
        string tests = File.Exists(model.TestedNetwork) ? model.TestedNetwork : "";
        facts.Add(Item(model.Network, (LinkMetadata, link.Length > 0 ? link : item.ItemSpec), (TestsMetadata, tests), (ModelMetadata, tests.Length > 0 ? fullPath : ""), ("Visible", "false")));
        if (isSound && model.Weights is { } weights)
        {
            Add(weights, weights.Source, "", facts, written, resources);
        }

        written.AddRange(model.Written.Where(path => File.Exists(path) && !written.Exists(other => other.ItemSpec == path)).Select(path => Item(path)));
    }

    private static void Add(ModelFile file, string source, string link, List<ITaskItem> facts, List<ITaskItem> written, Dictionary<string, ITaskItem> resources)
    {
        facts.Add(Item(file.Facts, (SourceMetadata, source), (LinkMetadata, link), ("Visible", "false")));
        written.AddRange(file.Written.Select(path => Item(path)));

        // Two files of one name and one content have one resource.
        if (file.Resource.Length > 0 && !resources.ContainsKey(file.Resource))
        {
            resources.Add(file.Resource, Item(file.Values, ("LogicalName", file.Resource), ("WithCulture", "false"), ("Type", "Non-Resx"), ("Visible", "false")));
        }
    }

    private bool Report(string fullPath, IReadOnlyList<FileProblem> problems)
    {
        foreach (FileProblem problem in problems)
        {
            Log.LogError(null, problem.Rule.Id, null, problem.Rule.Link, problem.File.Length > 0 ? problem.File : fullPath, problem.Line, problem.Column, 0, 0, problem.Message);
        }

        return problems.Count == 0;
    }

    internal static TaskItem Item(string path, params (string Name, string Value)[] metadata)
    {
        TaskItem item = new(Escape(path));
        foreach ((string name, string value) in metadata.Where(pair => pair.Value.Length > 0))
        {
            item.SetMetadata(name, Escape(value));
        }

        return item;
    }

    /// <summary>Items take text in which some characters mean something else.</summary>
    private static string Escape(string text) => string.Concat(text.Select(c => "%*?@$();'".IndexOf(c) < 0 ? c.ToString() : $"%{(int)c:X2}"));
}
