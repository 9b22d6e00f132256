namespace NeuralGen.Kernels.Generator;

/// <summary>Finds the kernels of the runtime library.</summary>
internal static class KernelFolder
{
    /// <summary>Finds their folder in the repository around a folder.</summary>
    /// <param name="start">A folder.</param>
    /// <returns>Its path; null if there is no such repository.</returns>
    public static string? Find(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NeuralGen.sln")))
            {
                return Path.Combine(folder.FullName, "src", "NeuralGen", "Kernels");
            }
        }

        return null;
    }
}
