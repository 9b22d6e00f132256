using NeuralGen.Compiler.Networks;
using NeuralGen.Tool.OnnxRuntime;

namespace NeuralGen.Tool.Verifying;

/// <summary>Measures how far outputs are from those expected.</summary>
/// <param name="title">What they are compared with.</param>
/// <param name="precision">The network's precision.</param>
internal sealed class ErrorMeasure(string title, FloatPrecision precision)
{
    private const double SmallestScale = 1e-6;

    /// <summary>What the outputs are compared with.</summary>
    public string Title => title;

    /// <summary>How many samples were compared.</summary>
    public int Samples { get; private set; }

    /// <summary>How many of them are too far off.</summary>
    public int Failed { get; private set; }

    /// <summary>The largest absolute error.</summary>
    public double Absolute { get; private set; }

    /// <summary>The largest error as a part of the largest expected value of its output.</summary>
    public double Relative { get; private set; }

    /// <summary>The largest distance in units of the last place.</summary>
    public double Ulp { get; private set; }

    /// <summary>Where the relative error is largest; null where all is equal.</summary>
    public WorstValue? Worst { get; private set; }

    /// <summary>Why there is nothing to compare with; null where there is.</summary>
    public string? Missing { get; init; }

    /// <summary>Compares a sample.</summary>
    /// <param name="port">The output.</param>
    /// <param name="expected">What must come out.</param>
    /// <param name="found">What came out.</param>
    /// <param name="isClose">Whether a value is close enough: found, expected, the largest expected.</param>
    /// <returns>Whether all values are close enough.</returns>
    public bool Compare(Port port, double[] expected, Array found, Func<double, double, double, bool> isClose)
    {
        double largest = Math.Max(SmallestScale, expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max());
        bool isRight = true;
        for (int i = 0; i < expected.Length; i++)
        {
            double value = OnnxElements.Number(found, i);
            if (value.Equals(expected[i]))
            {
                continue;
            }

            double absolute = double.IsFinite(value) && double.IsFinite(expected[i]) ? Math.Abs(value - expected[i]) : double.PositiveInfinity;
            double relative = absolute / largest;
            Absolute = Math.Max(Absolute, absolute);
            Ulp = Math.Max(Ulp, port.Type == Element.Float ? UlpOf(value, expected[i]) : absolute);
            if (Worst is null || relative > Relative)
            {
                Relative = Math.Max(Relative, relative);
                Worst = new WorstValue(Samples, port.Name, i, expected[i], value);
            }

            isRight &= isClose(value, expected[i], largest);
        }

        return isRight;
    }

    /// <summary>Ends a sample.</summary>
    public void End(bool isRight)
    {
        Samples++;
        Failed += isRight ? 0 : 1;
    }

    private double UlpOf(double value, double expected)
    {
        if (!double.IsFinite(value) || !double.IsFinite(expected))
        {
            return double.PositiveInfinity;
        }

        return precision == FloatPrecision.Double
            ? Math.Abs((double)Order(BitConverter.DoubleToInt64Bits(value), long.MinValue) - Order(BitConverter.DoubleToInt64Bits(expected), long.MinValue))
            : Math.Abs((double)Order(BitConverter.SingleToInt32Bits((float)value), int.MinValue) - Order(BitConverter.SingleToInt32Bits((float)expected), int.MinValue));
    }

    /// <summary>Numbers in the order of the floats whose bits they are.</summary>
    private static long Order(long bits, long sign) => bits < 0 ? sign - bits : bits;
}
