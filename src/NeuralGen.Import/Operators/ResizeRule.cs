namespace NeuralGen.Import.Operators;

/// <summary>Which neighbours a resized value is made of, as the standard defines it for one axis.</summary>
/// <param name="Mode">nearest, linear or cubic.</param>
/// <param name="Transformation">How positions of the result lie in the data.</param>
/// <param name="Rounding">Which neighbour is the nearest.</param>
/// <param name="Cubic">The parameter of the cubic kernel.</param>
/// <param name="ExcludesOutside">Whether neighbours beside the data weigh nothing, instead of being the last one again.</param>
/// <param name="IsSmooth">Whether a smaller result takes more neighbours.</param>
internal sealed record ResizeRule(string Mode, string Transformation, string Rounding, double Cubic, bool ExcludesOutside, bool IsSmooth)
{
    /// <summary>The weights of all values for each value of the result.</summary>
    /// <param name="size">How many values there are.</param>
    /// <param name="target">How many come out.</param>
    /// <param name="scale">The scale.</param>
    /// <param name="start">Where the region begins, as a fraction.</param>
    /// <param name="end">Where it ends.</param>
    public double[][] Weights(int size, int target, double scale, double start, double end) =>
        [.. Enumerable.Range(0, target).Select(i => Row(Source(i, size, target, scale, start, end), size, scale))];

    /// <summary>Where a value of the result lies in the data.</summary>
    public double Source(int position, int size, int target, double scale, double start, double end)
    {
        // The length before it is rounded, as the standard has it.
        double length = scale * size;
        switch (Transformation)
        {
            case "align_corners":
                return length == 1 ? 0 : position * (size - 1.0) / (length - 1);
            case "asymmetric":
                return position / scale;
            case "tf_half_pixel_for_nn":
                return (position + 0.5) / scale;
            case "tf_crop_and_resize":
                return length == 1 ? 0.5 * (start + end) * (size - 1) : (start * (size - 1)) + (position * (end - start) * (size - 1) / (length - 1));
            case "pytorch_half_pixel":
                return length == 1 ? -0.5 : ((position + 0.5) / scale) - 0.5;
            case "half_pixel_symmetric":
                double adjustment = target / length;
                return (size / 2.0 * (1 - adjustment)) + ((position + 0.5) / scale) - 0.5;
            default:
                return ((position + 0.5) / scale) - 0.5;
        }
    }

    private double[] Row(double source, int size, double scale)
    {
        // A whole position counts as the right one of its two neighbours.
        double whole = Math.Floor(source);
        double ratio = source == whole ? 1 : source - whole;
        double[] taps = Taps(ratio, scale);
        double[] row = new double[size];
        int first = (int)Math.Ceiling(source) - (taps.Length / 2);
        double sum = 0;
        for (int i = 0; i < taps.Length; i++)
        {
            bool isOutside = first + i < 0 || first + i >= size;
            if (!isOutside || !ExcludesOutside)
            {
                row[Math.Max(0, Math.Min(size - 1, first + i))] += taps[i];
                sum += taps[i];
            }
        }

        return ExcludesOutside && sum != 0 ? Array.ConvertAll(row, weight => weight / sum) : row;
    }

    private double[] Taps(double ratio, double scale)
    {
        double width = IsSmooth ? Math.Min(scale, 1) : 1;
        if (Mode == "nearest")
        {
            bool isRight = ratio == 1 || Rounding switch
            {
                "floor" => false,
                "ceil" => true,
                "round_prefer_ceil" => ratio >= 0.5,
                _ => ratio > 0.5,
            };
            return isRight ? [0, 1] : [1, 0];
        }

        int radius = Mode == "linear" ? 1 : 2;
        int first = (int)Math.Floor(-radius / width) + 1;
        int count = 2 - (2 * first);
        double[] taps = [.. Enumerable.Range(first, count).Select(i => Kernel(Math.Abs((i - ratio) * width)))];
        double sum = taps.Sum();
        return IsSmooth ? Array.ConvertAll(taps, tap => tap / sum) : taps;
    }

    private double Kernel(double x) =>
        Mode == "linear" ? Math.Max(0, 1 - x)
        : x <= 1 ? ((((Cubic + 2) * x) - (Cubic + 3)) * x * x) + 1
        : x < 2 ? Cubic * ((((((x - 5) * x) + 8) * x)) - 4)
        : 0;
}
