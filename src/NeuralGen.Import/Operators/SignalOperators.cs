using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Windows and Fourier transforms, which are products with matrices that are known.</summary>
internal static class SignalOperators
{
    private const int MostLength = 4096;

    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("HannWindow", node => Window(node, [0.5, 0.5])),
        ("HammingWindow", node => Window(node, [25.0 / 46, 1 - (25.0 / 46)])),
        ("BlackmanWindow", node => Window(node, [0.42, 0.5, 0.08])),
        ("MelWeightMatrix", Mel),
        ("DFT", Fourier),
        ("STFT", ShortTime),
    ];

    private static Value[] Window(NodeTranslation node, double[] terms)
    {
        int size = node.Checked([NodeTranslation.Clamp(node.Known(0, "the length").Integer(0))])[0];
        double period = node.Flag("periodic", true) ? size : size - 1;
        double[] values = [.. Enumerable.Range(0, size).Select(i => terms.Select((term, k) => (k % 2 == 0 ? term : -term) * Math.Cos(2 * Math.PI * k * i / period)).Sum())];
        return [node.Result(Literal.Of(ElementKind.Double, [size], values).Cast((ElementKind)node.Integer("output_datatype", 1)))];
    }

    private static Value[] Mel(NodeTranslation node)
    {
        int bins = NodeTranslation.Clamp(node.Known(0, "the number of bins").Integer(0));
        long length = node.Known(1, "the length").Integer(0);
        double rate = node.Known(2, "the rate").Number(0);
        static double ToMel(double hertz) => 2595 * Math.Log10(1 + (hertz / 700));
        double low = ToMel(node.Known(3, "the lower edge").Number(0));
        double high = ToMel(node.Known(4, "the upper edge").Number(0));
        double step = (high - low) / (bins + 2);
        int[] edges = [.. Enumerable.Range(0, bins + 2).Select(i => (int)Math.Floor((length + 1) * (700 * (Math.Pow(10, (low + (i * step)) / 2595) - 1)) / rate))];
        int spectrum = (int)(length / 2) + 1;
        int[] shape = node.Checked([spectrum, bins]);
        double[] values = new double[Dimensions.Count(shape)];
        for (int bin = 0; bin < bins; bin++)
        {
            (int lower, int center, int upper) = (edges[bin], edges[bin + 1], edges[bin + 2]);
            for (int i = Math.Max(0, lower); i < Math.Min(spectrum, Math.Max(upper, center + 1)); i++)
            {
                values[(i * bins) + bin] = i < center ? (i - lower) / (double)(center - lower) : i == center ? 1 : (upper - i) / (double)(upper - center);
            }
        }

        return [node.Result(Literal.Of(ElementKind.Double, shape, values).Cast((ElementKind)node.Integer("output_datatype", 1)))];
    }

    /// <summary>A matrix from so many values, each real or a pair, to as many pairs.</summary>
    private static Value Matrix(NodeTranslation node, ElementKind kind, int size, int parts, int length, int results, bool isInverse, Func<int, double> window)
    {
        if (length > MostLength)
        {
            throw node.Fail($"transforms of more than {MostLength} values are not supported");
        }

        double[] matrix = new double[size * parts * results * 2];
        for (int i = 0; i < Math.Min(size, length); i++)
        {
            for (int k = 0; k < results; k++)
            {
                double angle = 2 * Math.PI * (((long)i * k) % length) / length * (isInverse ? 1 : -1);
                double factor = window(i) / (isInverse ? length : 1);
                (double cos, double sin) = (Math.Cos(angle) * factor, Math.Sin(angle) * factor);
                int at = (i * parts * results * 2) + (2 * k);
                (matrix[at], matrix[at + 1]) = (cos, sin);
                if (parts == 2)
                {
                    at += results * 2;
                    (matrix[at], matrix[at + 1]) = (-sin, cos);
                }
            }
        }

        return node.Result(Literal.Of(ElementKind.Double, [size * parts, results * 2], matrix).Cast(kind));
    }

    private static Value[] Fourier(NodeTranslation node)
    {
        Value data = node.Input(0);
        int rank = data.Shape.Length;
        int axis = node.Version >= 20 ? node.Optional(2) is null ? -2 : node.Integers(2, "the axis")[0] : node.Integer("axis", 1);
        axis = node.Axis(axis, rank);
        int size = data.Shape[axis];
        int parts = data.Shape[rank - 1];
        int length = node.Optional(1) is null ? size : NodeTranslation.Clamp(node.Known(1, "the length").Integer(0));
        bool isInverse = node.Flag("inverse", false);
        bool isHalf = node.Flag("onesided", false);
        if (axis == rank - 1 || parts is not (1 or 2) || length < 1 || (isHalf && (isInverse || parts == 2)))
        {
            throw node.Fail($"a transform of {Dimensions.Text(data.Shape)} along axis {axis} is not supported");
        }

        int results = isHalf ? (length / 2) + 1 : length;
        int[] last = [.. Enumerable.Range(0, rank - 1).Where(other => other != axis), axis, rank - 1];
        int[] back = [.. Enumerable.Range(0, rank).Select(other => Array.IndexOf(last, other))];
        Value moved = ShapeOperators.Transpose(node, data, last);
        int rows = data.Count / size / parts;
        Value product = DenseOperators.Computed(node, node.View(moved, [rows, size * parts]), Matrix(node, data.Kind, size, parts, length, results, isInverse, _ => 1));
        return [ShapeOperators.Transpose(node, node.View(product, [.. last.Take(rank - 2).Select(other => data.Shape[other]), results, 2]), back)];
    }

    private static Value[] ShortTime(NodeTranslation node)
    {
        Value data = node.Input(0);
        int step = NodeTranslation.Clamp(node.Known(1, "the step").Integer(0));
        Literal? window = node.Optional(2) is null ? null : node.Known(2, "the window");
        int length = node.Optional(3) is null ? window?.Count ?? throw node.Fail("it has no length") : NodeTranslation.Clamp(node.Known(3, "the length").Integer(0));
        int parts = data.Shape.Length == 3 ? data.Shape[2] : 1;
        int size = data.Shape[1];
        bool isHalf = node.Flag("onesided", true) && parts == 1;
        if (step < 1 || length < 1 || length > size)
        {
            throw node.Fail($"frames of {length} values every {step} do not fit {Dimensions.Text(data.Shape)}");
        }

        int frames = ((size - length) / step) + 1;
        int results = isHalf ? (length / 2) + 1 : length;
        Value cut = node.Move(data, [data.Shape[0], frames, length * parts], at => (((at[0] * size) + (at[1] * step)) * parts) + at[2]);
        Value product = DenseOperators.Computed(node, cut, Matrix(node, data.Kind, length, parts, length, results, false, i => window?.Number(i) ?? 1));
        return [node.View(product, [data.Shape[0], frames, results, 2])];
    }
}
