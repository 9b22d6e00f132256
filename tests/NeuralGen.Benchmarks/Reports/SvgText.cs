using System.Globalization;
using System.Security;
using System.Text;

namespace NeuralGen.Benchmarks.Reports;

/// <summary>Writes the few shapes that the chart needs.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder _text = new();

    public SvgText(double width, double height, string description) => _text.Append(
        CultureInfo.InvariantCulture,
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:0.#} {height:0.#}" width="{width:0.#}" height="{height:0.#}" role="img" font-family="-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif">
        <title>{SecurityElement.Escape(description)}</title>
        <rect x="0.5" y="0.5" width="{width - 1:0.#}" height="{height - 1:0.#}" rx="8" fill="{ChartColors.Background}" stroke="{ChartColors.Border}"/>

        """);

    public void Rectangle(double x, double y, double width, double height, string color) => _text.Append(
        CultureInfo.InvariantCulture,
        $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" fill=\"{color}\"/>\n");

    public void Line(double x1, double y1, double x2, double y2) => _text.Append(
        CultureInfo.InvariantCulture,
        $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"{ChartColors.Grid}\"/>\n");

    /// <summary>Writes text at its baseline; the anchor is start, middle or end.</summary>
    public void Text(double x, double y, string text, int size, string anchor, bool isBold = false) => _text.Append(
        CultureInfo.InvariantCulture,
        $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" font-size=\"{size}\" text-anchor=\"{anchor}\"{(isBold ? " font-weight=\"600\"" : "")} fill=\"{ChartColors.Text}\">{SecurityElement.Escape(text)}</text>\n");

    /// <inheritdoc/>
    public override string ToString() => _text + "</svg>\n";
}
