using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace NeuralGen.Tool.Reporting;

/// <summary>Pieces of HTML.</summary>
internal static class Html
{
    /// <summary>Text that cannot be taken for tags.</summary>
    public static string Text(string text) => HtmlEncoder.Default.Encode(Output.Printable.Of(text));

    /// <summary>A number for people.</summary>
    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A number for people, with a few digits.</summary>
    public static string Short(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>A coordinate.</summary>
    public static string At(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A table in a region of its own, which scrolls where the page is narrow, with the keyboard too.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="head">The columns; those that begin with <c>#</c> have numbers.</param>
    /// <param name="rows">The rows; the first cell of each is its head.</param>
    public static string Table(string caption, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        StringBuilder html = new($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{Text(caption)}\"><table><caption>{Text(caption)}</caption><thead><tr>");
        foreach (string title in head)
        {
            html.Append($"<th scope=\"col\"{(title.StartsWith('#') ? " class=\"number\"" : "")}>{Text(title.TrimStart('#'))}</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (IReadOnlyList<string> row in rows)
        {
            html.Append($"<tr><th scope=\"row\">{Text(row[0])}</th>");
            for (int i = 1; i < row.Count; i++)
            {
                html.Append($"<td{(head[i].StartsWith('#') ? " class=\"number\"" : "")}>{Text(row[i])}</td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table></div>\n").ToString();
    }

    /// <summary>A drawing with the words that say what it shows, for those who do not see it.</summary>
    public static string Figure(string caption, string description, string viewBox, string body, string css = "") => $"""
        <figure{(css.Length > 0 ? $" class=\"{css}\" tabindex=\"0\" role=\"group\" aria-label=\"{Text(caption)}\"" : "")}><svg viewBox="{viewBox}" role="img" aria-label="{Text(description)}"><title>{Text(description)}</title>{body}</svg><figcaption>{Text(caption)}</figcaption></figure>

        """.ReplaceLineEndings("\n");
}
