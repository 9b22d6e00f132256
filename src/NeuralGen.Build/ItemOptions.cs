using Microsoft.Build.Framework;
using NeuralGen.Import;

namespace NeuralGen.Build;

/// <summary>Reads what an item says of its model.</summary>
internal static class ItemOptions
{
    /// <summary>Reads the metadata.</summary>
    public static ImportOptions Of(ITaskItem item) => new()
    {
        Class = item.GetMetadata("Class").Trim(),
        Namespace = item.GetMetadata("Namespace").Trim(),
        Precision = item.GetMetadata("Precision").Trim().ToLowerInvariant(),
        Emission = item.GetMetadata("Emission").Trim().ToLowerInvariant(),
        Labels = item.GetMetadata("Labels"),
        Trainable = item.GetMetadata("Trainable").Trim(),
        Stateful = item.GetMetadata("Stateful").Trim(),
        States = item.GetMetadata("States"),
        Loss = item.GetMetadata("Loss").Trim(),
        Seed = item.GetMetadata("Seed").Trim(),
        InputShapes = item.GetMetadata("InputShapes"),
        Constants = item.GetMetadata("Constants"),
        Outputs = item.GetMetadata("Outputs"),
        Tests = item.GetMetadata("Tests").Trim(),
    };
}
