namespace DigitsInBrowser.Drawing;

/// <summary>A drawing: the lines of a pen, in fractions of the paper's width and height.</summary>
public sealed class Strokes
{
    /// <summary>Digits in the training images are written in 32×32 dots, of which 4×4 each make a brightness.</summary>
    private const int Dots = 32;

    private const int Block = 4;

    /// <summary>How far from its middle a pen leaves ink, in dots.</summary>
    private const double Pen = 2.4;

    private readonly List<List<(double X, double Y)>> _lines = [];

    /// <summary>Whether nothing is drawn.</summary>
    public bool IsEmpty => _lines.Count == 0;

    /// <summary>The lines as numbers, two a point.</summary>
    public double[][] Lines => [.. _lines.Select(line => line.SelectMany(point => new[] { point.X, point.Y }).ToArray())];

    /// <summary>Puts the pen down.</summary>
    public void Begin(double x, double y) => _lines.Add([(x, y)]);

    /// <summary>Moves the pen along the paper.</summary>
    public void Go(double x, double y) => _lines[^1].Add((x, y));

    /// <summary>Takes the last line back.</summary>
    public void Undo()
    {
        if (!IsEmpty)
        {
            _lines.RemoveAt(_lines.Count - 1);
        }
    }

    /// <summary>Takes all lines back.</summary>
    public void Clear() => _lines.Clear();

    /// <summary>The drawing as the training images are: as large as the paper, in its middle, 8×8 brightnesses from 0 to 1.</summary>
    public float[] Image()
    {
        List<List<(double X, double Y)>> fitted = Fitted();
        float[] image = new float[Dots / Block * (Dots / Block)];
        for (int y = 0; y < Dots; y++)
        {
            for (int x = 0; x < Dots; x++)
            {
                if (fitted.Exists(line => Distance(line, x + 0.5, y + 0.5) <= Pen))
                {
                    image[(y / Block * (Dots / Block)) + (x / Block)] += 1f / (Block * Block);
                }
            }
        }

        return image;
    }

    private List<List<(double X, double Y)>> Fitted()
    {
        List<(double X, double Y)> points = [.. _lines.SelectMany(line => line)];
        if (points.Count == 0)
        {
            return [];
        }

        (double left, double right) = (points.Min(point => point.X), points.Max(point => point.X));
        (double top, double bottom) = (points.Min(point => point.Y), points.Max(point => point.Y));
        double size = Math.Max(Math.Max(right - left, bottom - top), 1e-3);
        double scale = (Dots - (2 * Pen)) / size;
        return [.. _lines.Select(line => line.ConvertAll(point => (
            (Dots / 2) + ((point.X - ((left + right) / 2)) * scale),
            (Dots / 2) + ((point.Y - ((top + bottom) / 2)) * scale))))];
    }

    private static double Distance(List<(double X, double Y)> line, double x, double y) => line.Count == 1
        ? Distance(line[0], line[0], x, y)
        : Enumerable.Range(1, line.Count - 1).Min(i => Distance(line[i - 1], line[i], x, y));

    private static double Distance((double X, double Y) from, (double X, double Y) to, double x, double y)
    {
        (double alongX, double alongY) = (to.X - from.X, to.Y - from.Y);
        double length = (alongX * alongX) + (alongY * alongY);
        double place = length == 0 ? 0 : Math.Clamp((((x - from.X) * alongX) + ((y - from.Y) * alongY)) / length, 0, 1);
        (double awayX, double awayY) = (x - from.X - (place * alongX), y - from.Y - (place * alongY));
        return Math.Sqrt((awayX * awayX) + (awayY * awayY));
    }
}
