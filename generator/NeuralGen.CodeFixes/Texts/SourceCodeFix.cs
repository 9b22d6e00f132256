using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace NeuralGen.CodeFixes.Texts;

/// <summary>A fix of C#.</summary>
public abstract class SourceCodeFix : TextCodeFix
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        List<TextEdit> edits = [];
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (await FindAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } edit)
            {
                edits.Add(edit);
            }
        }

        return document.WithText(TextEdit.Apply(await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false), edits));
    });

    /// <summary>The edit that answers a diagnostic, found by what the code means; null where no single edit is right.</summary>
    private protected abstract TextEdit? Find(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken);

    /// <inheritdoc/>
    internal sealed override async Task<TextEdit?> FindAsync(TextDocument document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SemanticModel? model = document is Document source
            ? await source.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false)
            : null;
        return model is null ? null : Find(model, diagnostic, cancellationToken);
    }
}
