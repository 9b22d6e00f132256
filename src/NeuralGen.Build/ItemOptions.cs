using Microsoft.Build.Framework;
using NeuralGen.Import;

namespace NeuralGen.Build;

/// <summary>Reads what an item says of its model.</summary>
internal static class ItemOptions
{
    /// <summary>Metadata of later versions; leaving it unread would compute something else than it asks for.</summary>
    private static readonly string[] Unsupported = ["States", "Stateful"];

    /// <summary>Reads the metadata.</summary>
    public static ImportOptions Of(ITaskItem item) => new()
    {
        Class = item.GetMetadata("Class").Trim(),
        Namespace = item.GetMetadata("Namespace").Trim(),
        Precision = item.GetMetadata("Precision").Trim().ToLowerInvariant(),
        Emission = item.GetMetadata("Emission").Trim().ToLowerInvariant(),
        Labels = item.GetMetadata("Labels"),
        Trainable = item.GetMetadata("Trainable").Trim(),
        Loss = item.GetMetadata("Loss").Trim(),
        Seed = item.GetMetadata("Seed").Trim(),
        InputShapes = item.GetMetadata("InputShapes"),
        Constants = item.GetMetadata("Constants"),
        Outputs = item.GetMetadata("Outputs"),
        Tests = item.GetMetadata("Tests").Trim(),
    };

    /// <summary>Metadata that is there and means nothing yet.</summary>
    public static IEnumerable<FileProblem> Problems(ITaskItem item) => Unsupported
        .Where(name => item.GetMetadata(name).Length > 0)
        .Select(name => ImportProblem.Of(ImportRules.Setting, name, item.ItemSpec, "is not supported by this version"))
        .Select(problem => new FileProblem(problem.Rule, problem.Message));
}
