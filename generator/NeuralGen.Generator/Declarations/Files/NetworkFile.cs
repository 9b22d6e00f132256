using Microsoft.CodeAnalysis;

namespace NeuralGen.Generator.Declarations.Files;

/// <summary>A <c>.nn.json</c> file as read.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Declaration">What it says.</param>
internal sealed record NetworkFile(string Path, NetworkDeclaration Declaration)
{
    /// <summary>Reads a file and drops its problems, which the analyzers report.</summary>
    public static NetworkFile Read(AdditionalText text, CancellationToken cancellationToken) =>
        new(text.Path, FileCache.Read(text.GetText(cancellationToken), cancellationToken).Declaration);
}
