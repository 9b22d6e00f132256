using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace NeuralGen.CodeFixes.Texts;

/// <summary>What a fix does to a text.</summary>
/// <param name="Title">What the light bulb says.</param>
/// <param name="Changes">The changes, in the order of places.</param>
internal sealed record TextEdit(string Title, ImmutableArray<TextChange> Changes)
{
    /// <summary>Makes one change.</summary>
    public static TextEdit Replace(string title, TextSpan span, string text) => new(title, [new TextChange(span, text)]);

    /// <summary>Adds to a text.</summary>
    public static TextEdit Insert(string title, int position, string text) => Replace(title, new TextSpan(position, 0), text);

    /// <summary>
    /// The text after edits that were found in it. What several ask for is done once; an edit that touches what another has
    /// changed is left for the next time.
    /// </summary>
    public static SourceText Apply(SourceText text, IEnumerable<TextEdit> edits)
    {
        List<TextChange> changes = [];
        foreach (TextEdit edit in edits)
        {
            TextChange[] added = [.. edit.Changes.Where(change => !changes.Contains(change))];
            if (!added.Any(change => changes.Any(other => other.Span.IntersectsWith(change.Span))))
            {
                changes.AddRange(added);
            }
        }

        return text.WithChanges(changes.OrderBy(change => change.Span.Start));
    }
}
