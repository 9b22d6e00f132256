using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace NeuralGen.CodeFixes.Texts;

/// <summary>A fix that changes the text in which a rule is broken, and no other.</summary>
public abstract class TextCodeFix : CodeFixProvider
{
    /// <summary>Offers an edit per diagnostic, where one edit is right.</summary>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        TextDocument document = context.TextDocument;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await FindAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } edit)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        edit.Title, cancellationToken => ApplyAsync(document, edit, cancellationToken), EquivalenceKey(document)),
                    diagnostic);
            }
        }
    }

    /// <summary>The edit that answers a diagnostic; null where no single edit is right.</summary>
    internal abstract Task<TextEdit?> FindAsync(TextDocument document, Diagnostic diagnostic, CancellationToken cancellationToken);

    /// <summary>What actions have in common that are done together.</summary>
    private protected virtual string EquivalenceKey(TextDocument document) => GetType().Name;

    /// <summary>What a diagnostic tells its fix; null when it tells nothing.</summary>
    internal static string? Property(Diagnostic diagnostic, string name) =>
        diagnostic.Properties.TryGetValue(name, out string? value) ? value : null;

    /// <summary>A number that a diagnostic tells its fix; null when it tells none.</summary>
    internal static int? Number(Diagnostic diagnostic, string name) =>
        int.TryParse(Property(diagnostic, name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;

    /// <summary>The solution with another text of a document.</summary>
    internal static Solution WithText(TextDocument document, SourceText text) => document is Document
        ? document.Project.Solution.WithDocumentText(document.Id, text)
        : document.Project.Solution.WithAdditionalDocumentText(document.Id, text);

    private static async Task<Solution> ApplyAsync(TextDocument document, TextEdit edit, CancellationToken cancellationToken)
    {
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return WithText(document, TextEdit.Apply(text, [edit]));
    }
}
