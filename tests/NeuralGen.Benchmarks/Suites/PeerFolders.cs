namespace NeuralGen.Benchmarks.Suites;

/// <summary>Where peers may lie that are not in the repository.</summary>
internal static class PeerFolders
{
    /// <summary>Gets the folder's path in Peers beside the program, then above it, whether it is there or not.</summary>
    public static IEnumerable<string> Places(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "Peers", name);
        }
    }
}
