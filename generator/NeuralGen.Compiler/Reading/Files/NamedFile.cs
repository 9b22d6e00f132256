namespace NeuralGen.Compiler.Reading.Files;

/// <summary>A file by the two names under which a project knows it.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Link">Where the project shows it, by <c>Link</c> metadata; empty when that is where it lies.</param>
internal record NamedFile(string Path, string Link = "")
{
    /// <summary>The name that the project shows; of a link that is none of our names, the file's own.</summary>
    public string ShownPath => FileTarget.IsNetworkFile(Link) ? Link : Path;

    /// <summary>Both names.</summary>
    public IEnumerable<string> Names => Link.Length == 0 ? [Path] : [Path, Link];
}
