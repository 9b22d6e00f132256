namespace NeuralGen;

/// <content>Hyperbolic functions turned round, which .NET Standard 2.0 lacks.</content>
public static partial class NeuralMath
{
    /// <summary>Computes the number whose hyperbolic sine x is.</summary>
    /// <param name="x">any number.</param>
    /// <returns>a number of the same sign; NaN for NaN.</returns>
    public static double Asinh(double x)
    {
#if NETCOREAPP
        return Math.Asinh(x);
#else
        double a = Math.Abs(x);
        double value = a > 1e9 ? Math.Log(a) + Ln2 : LogOnePlus(a + (a * a / (1 + Math.Sqrt((a * a) + 1))));
        return x < 0 ? -value : x == 0 ? x : value;
#endif
    }

    /// <summary>Computes the number whose hyperbolic sine x is.</summary>
    /// <param name="x">any number.</param>
    /// <returns>a number of the same sign; NaN for NaN.</returns>
    public static float Asinh(float x) => (float)Asinh((double)x);

    /// <summary>Computes the number from 0 up whose hyperbolic cosine x is.</summary>
    /// <param name="x">a number from 1 up.</param>
    /// <returns>a number from 0 up; NaN for others than those and for NaN.</returns>
    public static double Acosh(double x)
    {
#if NETCOREAPP
        return Math.Acosh(x);
#else
        double more = x - 1;
        return x > 1e9 ? Math.Log(x) + Ln2 : LogOnePlus(more + Math.Sqrt(more * (more + 2)));
#endif
    }

    /// <summary>Computes the number from 0 up whose hyperbolic cosine x is.</summary>
    /// <param name="x">a number from 1 up.</param>
    /// <returns>a number from 0 up; NaN for others than those and for NaN.</returns>
    public static float Acosh(float x) => (float)Acosh((double)x);

    /// <summary>Computes the number whose hyperbolic tangent x is.</summary>
    /// <param name="x">a number from -1 to 1.</param>
    /// <returns>a number of the same sign; ±∞ for ±1, NaN beyond and for NaN.</returns>
    public static double Atanh(double x)
    {
#if NETCOREAPP
        return Math.Atanh(x);
#else
        double a = Math.Abs(x);
        double value = 0.5 * LogOnePlus(2 * a / (1 - a));
        return x < 0 ? -value : x == 0 ? x : value;
#endif
    }

    /// <summary>Computes the number whose hyperbolic tangent x is.</summary>
    /// <param name="x">a number from -1 to 1.</param>
    /// <returns>a number of the same sign; ±∞ for ±1, NaN beyond and for NaN.</returns>
    public static float Atanh(float x) => (float)Atanh((double)x);

#if !NETCOREAPP
    private const double Ln2 = 0.6931471805599453;

    private static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : double.IsInfinity(sum) ? sum : Math.Log(sum) * x / (sum - 1);
    }
#endif
}
