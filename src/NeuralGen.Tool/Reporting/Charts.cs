using System.Globalization;
using System.Text;

namespace NeuralGen.Tool.Reporting;

/// <summary>Draws histograms, curves and clouds of points.</summary>
internal static class Charts
{
    private const int Bins = 24;
    private const double Width = 320;
    private const double Height = 150;
    private const double Margin = 24;
    private const double Left = 56;

    /// <summary>How often values fall into intervals of equal width.</summary>
    public static string Histogram(string caption, IReadOnlyList<double> values)
    {
        double low = values.Min();
        double high = values.Max();
        double width = high > low ? (high - low) / Bins : 1;
        int[] counts = new int[Bins];
        foreach (double value in values)
        {
            counts[Math.Clamp((int)((value - low) / width), 0, Bins - 1)]++;
        }

        StringBuilder body = new("<g class=\"bars\">");
        double step = (Width - (2 * Margin)) / Bins;
        for (int i = 0; i < Bins; i++)
        {
            double height = (Height - (2 * Margin)) * counts[i] / Math.Max(1, counts.Max());
            body.Append($"<rect x=\"{Html.At(Margin + (i * step))}\" y=\"{Html.At(Height - Margin - height)}\" width=\"{Html.At(step - 1)}\" height=\"{Html.At(height)}\"/>");
        }

        body.Append("</g>").Append(Axis(low, high));
        string description = string.Create(CultureInfo.InvariantCulture, $"Histogram of {caption}: {values.Count} values from {low:G4} to {high:G4}, mean {values.Average():G4}");
        return Html.Figure(description, description, $"0 0 {Width} {Height}", body.ToString());
    }

    /// <summary>Curves over epochs.</summary>
    public static string Curves(string caption, IReadOnlyList<(string Name, IReadOnlyList<double> Values)> curves)
    {
        double[] all = [.. curves.SelectMany(curve => curve.Values).Where(double.IsFinite)];
        double low = all.Min();
        double high = all.Max() > low ? all.Max() : low + 1;
        int longest = curves.Max(curve => curve.Values.Count);
        StringBuilder body = new();
        for (int i = 0; i < curves.Count; i++)
        {
            IEnumerable<string> points = curves[i].Values.Select((value, epoch) => $"{Html.At(Left + ((Width - Left - Margin) * epoch / Math.Max(1, longest - 1)))},{Html.At(Height - Margin - ((Height - (2 * Margin)) * (value - low) / (high - low)))}");
            body.Append($"<polyline class=\"curve c{i}\" points=\"{string.Join(' ', points)}\"/>");
        }

        body.Append(Axis(1, longest, Left)).Append($"<text x=\"2\" y=\"{Margin}\">{Html.Short(high)}</text><text x=\"2\" y=\"{Height - Margin}\">{Html.Short(low)}</text>");
        string words = string.Join("; ", curves.Select(curve => string.Create(CultureInfo.InvariantCulture, $"{curve.Name} from {curve.Values[0]:G4} to {curve.Values[^1]:G4}")));
        string legend = curves.Count > 1 ? $"{caption}: {words}. The first curve is solid, the second dashed." : words;
        return Html.Figure(legend, $"{caption} over {longest} epochs: {words}", $"0 0 {Width} {Height}", body.ToString());
    }

    /// <summary>Predictions over true values, with the line on which they are equal.</summary>
    public static string Cloud(string caption, IReadOnlyList<(double X, double Y)> points)
    {
        double low = points.Min(point => Math.Min(point.X, point.Y));
        double high = Math.Max(points.Max(point => Math.Max(point.X, point.Y)), low + 1e-12);
        StringBuilder body = new($"<line class=\"equal\" x1=\"{Margin}\" y1=\"{Width - Margin}\" x2=\"{Width - Margin}\" y2=\"{Margin}\"/><g class=\"points\">");
        foreach ((double x, double y) in points)
        {
            body.Append($"<circle cx=\"{Html.At(At(x))}\" cy=\"{Html.At(Width - At(y))}\" r=\"2\"/>");
        }

        body.Append("</g>").Append($"<text x=\"{Margin}\" y=\"{Width - 6}\">{Html.Short(low)}</text><text x=\"{Width - Margin}\" y=\"{Width - 6}\" text-anchor=\"end\">{Html.Short(high)}</text>");
        return Html.Figure(caption, $"{caption}: {points.Count} points between {Html.Short(low)} and {Html.Short(high)}", $"0 0 {Width} {Width}", body.ToString());

        double At(double value) => Margin + ((Width - (2 * Margin)) * (value - low) / (high - low));
    }

    private static string Axis(double low, double high, double left = Margin) =>
        $"<line class=\"axis\" x1=\"{left}\" y1=\"{Height - Margin}\" x2=\"{Width - Margin}\" y2=\"{Height - Margin}\"/><text x=\"{left}\" y=\"{Height - 6}\">{Html.Short(low)}</text><text x=\"{Width - Margin}\" y=\"{Height - 6}\" text-anchor=\"end\">{Html.Short(high)}</text>";
}
