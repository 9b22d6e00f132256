using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.Compiler.Json;

namespace NeuralGen.CodeFixes.Texts;

/// <summary>A fix of a <c>.nn.json</c> file.</summary>
public abstract class FileCodeFix : TextCodeFix
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new AllOfFiles(this);

    /// <summary>The edit that answers a diagnostic, found in the file as it is now; null where no single edit is right.</summary>
    private protected abstract TextEdit? Find(JsonDocument file, Diagnostic diagnostic);

    /// <summary>With the path, because an action on all places of a file is not told which file it started in.</summary>
    private protected sealed override string EquivalenceKey(TextDocument document) => $"{GetType().Name}:{document.FilePath}";

    /// <inheritdoc/>
    internal sealed override async Task<TextEdit?> FindAsync(TextDocument document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Find(await document.GetTextAsync(cancellationToken).ConfigureAwait(false), diagnostic, cancellationToken);

    /// <summary>The edit that answers a diagnostic in a text; null also when the text is not JSON.</summary>
    internal TextEdit? Find(SourceText text, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        JsonDocument.TryParse(text.ToString(), out _, cancellationToken) is { } file ? Find(file, diagnostic) : null;
}
