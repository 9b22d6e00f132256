namespace NeuralGen.Browser.Tests.Digits;

/// <summary>Digits as one writes them: the lines of a pen, in fractions of the paper.</summary>
internal static class HandwrittenDigits
{
    /// <summary>The lines of each digit.</summary>
    public static IReadOnlyList<(double X, double Y)[][]> Lines { get; } =
    [
        [Arc(0.5, 0.5, 0.2, 0.33, -90, 270)],
        [[(0.5, 0.15), (0.5, 0.85)]],
        [[.. Arc(0.5, 0.33, 0.19, 0.17, -170, 40), (0.3, 0.83), (0.72, 0.83)]],
        [[.. Arc(0.47, 0.32, 0.17, 0.16, -150, 90), .. Arc(0.47, 0.66, 0.2, 0.18, -90, 150)]],
        [[(0.42, 0.15), (0.27, 0.55), (0.72, 0.55)], [(0.58, 0.38), (0.55, 0.88)]],
        [[(0.7, 0.17), (0.36, 0.17), (0.34, 0.45), .. Arc(0.48, 0.63, 0.2, 0.2, -110, 140)]],
        [[(0.6, 0.15), (0.42, 0.35), (0.34, 0.6), .. Arc(0.5, 0.68, 0.17, 0.16, 180, -180)]],
        [[(0.28, 0.18), (0.72, 0.18), (0.45, 0.86)], [(0.36, 0.5), (0.66, 0.5)]],
        [[.. Arc(0.5, 0.32, 0.15, 0.16, 90, -270), .. Arc(0.5, 0.67, 0.18, 0.18, -90, 270)]],
        [[.. Arc(0.5, 0.34, 0.17, 0.17, 0, -360), (0.67, 0.34), (0.64, 0.6), (0.5, 0.86)]],
    ];

    /// <summary>A part of an ellipse, from one angle to another in degrees, clockwise from the right.</summary>
    private static (double X, double Y)[] Arc(double x, double y, double width, double height, double from, double to)
    {
        int steps = (int)Math.Ceiling(Math.Abs(to - from) / 15);
        return [.. Enumerable.Range(0, steps + 1).Select(i =>
        {
            double angle = (from + ((to - from) * i / steps)) * Math.PI / 180;
            return (x + (width * Math.Cos(angle)), y + (height * Math.Sin(angle)));
        })];
    }
}
