namespace NeuralGen.Import.Tests.Models;

/// <summary>Where the repository lies.</summary>
internal static class SourceRoot
{
    /// <summary>Its folder.</summary>
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "NeuralGen.sln")) ? folder : Find(System.IO.Path.GetDirectoryName(folder)!);
}
