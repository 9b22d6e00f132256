using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>A text in which the places of diagnostics were marked.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Text">The text without its marks.</param>
/// <param name="Marks">The ids of the diagnostics and their places.</param>
internal sealed record Markup(string Path, string Text, IReadOnlyList<(string Id, TextSpan Span)> Marks)
{
    // With the prefix of our rules, so that an opening brace can be the last that is marked.
    private const string Start = "{|" + Prefix;

    private const string Prefix = "NEURAL";

    private const string End = "|}";

    /// <summary>Reads a text with marks; they may nest.</summary>
    public static Markup Read(string path, string markup)
    {
        StringBuilder text = new();
        List<(string Id, TextSpan Span)> marks = [];
        Stack<(string Id, int Position)> open = new();
        for (int i = 0; i < markup.Length; i++)
        {
            if (string.CompareOrdinal(markup, i, Start, 0, Start.Length) == 0)
            {
                int colon = markup.IndexOf(':', i);
                open.Push((markup[(i + Start.Length - Prefix.Length)..colon], text.Length));
                i = colon;
            }
            else if (open.Count > 0 && string.CompareOrdinal(markup, i, End, 0, End.Length) == 0)
            {
                (string id, int position) = open.Pop();
                marks.Add((id, TextSpan.FromBounds(position, text.Length)));
                i += End.Length - 1;
            }
            else
            {
                text.Append(markup[i]);
            }
        }

        return new Markup(path, text.ToString(), marks);
    }

    /// <summary>The diagnostics that are expected, without their messages.</summary>
    public IEnumerable<ReportedPlace> Places()
    {
        SourceText source = SourceText.From(Text);
        return Marks.Select(mark => new ReportedPlace(mark.Id, Path, source.Lines.GetLinePositionSpan(mark.Span)));
    }
}
