using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Declarations;

namespace NeuralGen.Generator.Projects;

/// <summary>A <c>.nn.json</c> file as read.</summary>
/// <param name="File">Its names.</param>
/// <param name="Declaration">What it says.</param>
internal sealed record NetworkFile(ProjectFile File, NetworkDeclaration Declaration)
{
    /// <summary>Its path.</summary>
    public string Path => File.Path;

    /// <summary>Reads a file and drops its problems, which the analyzers report.</summary>
    /// <param name="file">The file's names.</param>
    /// <param name="text">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static NetworkFile Read(ProjectFile file, AdditionalText text, CancellationToken cancellationToken) =>
        new(file, FileCache.Read(text.GetText(cancellationToken), cancellationToken).Declaration);
}
