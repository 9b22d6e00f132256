namespace NeuralGen.Compiler.Values;

/// <summary>
/// The rounding of a network's precision. Sums, differences, products, quotients and roots of single-precision numbers that are
/// computed in double precision and then rounded are exactly those that are computed in single precision.
/// </summary>
/// <param name="Precision">The precision.</param>
internal readonly record struct Rounding(Precision Precision)
{
    /// <summary>The nearest number of the precision.</summary>
    public double Of(double value) => Precision == Precision.Single ? (float)value : value;

    /// <summary>The nearest numbers of the precision.</summary>
    public double[] Of(double[] values)
    {
        double[] rounded = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            rounded[i] = Of(values[i]);
        }

        return rounded;
    }

    /// <summary>A sum from left to right.</summary>
    public double Sum(double[] values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum = Of(sum + value);
        }

        return sum;
    }
}
