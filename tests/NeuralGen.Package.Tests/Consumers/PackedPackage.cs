using System.Globalization;

namespace NeuralGen.Package.Tests.Consumers;

/// <summary>The packages, packed once for all tests into a feed in a folder of its own.</summary>
public sealed class PackedPackage : IDisposable
{
    public PackedPackage()
    {
        try
        {
            Pack();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>A folder outside the repository, deleted at the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("neuralgen-package-").FullName;

    /// <summary>A version that no other run of the tests has.</summary>
    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.0.0-test.{DateTime.UtcNow.Ticks}");

    public string Feed => Path.Combine(Folder, "feed");

    public string File => Path.Combine(Feed, $"NeuralGen.{Version}.nupkg");

    public string TrainingFile => Path.Combine(Feed, $"NeuralGen.Training.{Version}.nupkg");

    /// <summary>The file of another of the packages.</summary>
    public string FileOf(string name) => Path.Combine(Feed, $"{name}.{Version}.nupkg");

    public void Dispose()
    {
        try
        {
            Dotnet.StopCompiler(Folder);
        }
        finally
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private void Pack()
    {
        // A path of its own for everything that the build writes: a test run may be using the usual one.
        string artifacts = Path.Combine(Folder, "artifacts");
        foreach (string name in new[] { "NeuralGen", "NeuralGen.Training", "NeuralGen.Training.Mpi", "NeuralGen.DuckDB" })
        {
            string project = Path.Combine(Repository(), "src", name, $"{name}.csproj");
            Dotnet.Run(Folder, "pack", project, "-c", "Release", "-o", Feed, "--artifacts-path", artifacts, $"-p:Version={Version}").Succeeded();
        }
    }

    /// <summary>The folder of this repository.</summary>
    public static string Repository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("NeuralGen.sln").Any())
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds NeuralGen.sln.");
    }
}
