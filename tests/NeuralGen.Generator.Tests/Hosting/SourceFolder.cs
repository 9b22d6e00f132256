namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>Finds the sources of this repository from a running test.</summary>
internal static class SourceFolder
{
    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A source file on this machine: deterministic builds replace the paths that the compiler records.</summary>
    public static string Resolve(string recordedPath)
    {
        if (File.Exists(recordedPath))
        {
            return recordedPath;
        }

        string project = typeof(SourceFolder).Assembly.GetName().Name!;
        int start = recordedPath.Replace('\\', '/').IndexOf($"/{project}/", StringComparison.Ordinal);
        return Path.Combine(Root, "tests", recordedPath[(start + 1)..]);
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NeuralGen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("NeuralGen.sln is in no folder above the tests.");
    }
}
