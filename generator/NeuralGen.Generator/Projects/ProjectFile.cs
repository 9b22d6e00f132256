using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NeuralGen.Compiler.Reading.Files;

namespace NeuralGen.Generator.Projects;

/// <summary>A file by the two names under which a project knows it.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Link">Where the project shows it, by <c>Link</c> metadata; empty when that is where it lies.</param>
internal sealed record ProjectFile(string Path, string Link = "") : NamedFile(Path, Link)
{
    /// <summary>Asks the build what it says of a file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="options">What the build says.</param>
    public static ProjectFile Of(AdditionalText text, AnalyzerConfigOptionsProvider options) =>
        new(text.Path, options.GetOptions(text).TryGetValue("build_metadata.AdditionalFiles.Link", out string? link) ? link : "");
}
