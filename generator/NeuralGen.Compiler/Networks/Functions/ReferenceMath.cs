namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>Functions that .NET lacks, for the interpreter: slow, simple and independent of the ones generated code calls.</summary>
internal static class ReferenceMath
{
    /// <summary>The error function: its power series near zero, the continued fraction of its complement beyond.</summary>
    /// <param name="x">Any number.</param>
    public static double Erf(double x)
    {
        double magnitude = Math.Abs(x);
        if (double.IsNaN(x) || magnitude > 6)
        {
            return double.IsNaN(x) ? x : Math.Sign(x);
        }

        double value = magnitude < 2.5 ? Series(magnitude) : 1 - Complement(magnitude);
        return x < 0 ? -value : value;
    }

    /// <summary>e^x - 1 without cancellation near zero: sinh and exp share the work, e^x - 1 = 2·e^(x/2)·sinh(x/2).</summary>
    /// <param name="x">Any number.</param>
    public static double ExpMinusOne(double x)
    {
        if (Math.Abs(x) >= 0.5)
        {
            return Math.Exp(x) - 1;
        }

        double term = x;
        double sum = x;
        for (int n = 2; n < 20; n++)
        {
            term *= x / n;
            sum += term;
        }

        return sum;
    }

    /// <summary>ln(1 + e^x) without overflow and without cancellation.</summary>
    /// <param name="x">Any number.</param>
    public static double Softplus(double x)
    {
        if (double.IsNaN(x) || double.IsInfinity(x))
        {
            return x < 0 ? 0 : x;
        }

        return Math.Max(x, 0) + LogOnePlus(Math.Exp(-Math.Abs(x)));
    }

    /// <summary>The number whose hyperbolic sine x is.</summary>
    /// <param name="x">Any number.</param>
    public static double Asinh(double x)
    {
        double a = Math.Abs(x);
        double value = a < 0.5 ? LogOnePlus(a + (a * a / (1 + Math.Sqrt(1 + (a * a))))) : a > 1e9 ? Math.Log(a) + Math.Log(2) : Math.Log(a + Math.Sqrt((a * a) + 1));
        return x < 0 ? -value : x == 0 ? x : value;
    }

    /// <summary>The number from 0 up whose hyperbolic cosine x is.</summary>
    /// <param name="x">A number from 1 up; NaN is the answer to others.</param>
    public static double Acosh(double x)
    {
        double more = x - 1;
        return more is >= 0 and < 0.2 ? LogOnePlus(more + Math.Sqrt((2 * more) + (more * more))) : x > 1e9 ? Math.Log(x) + Math.Log(2) : Math.Log(x + Math.Sqrt((x * x) - 1));
    }

    /// <summary>The number whose hyperbolic tangent x is.</summary>
    /// <param name="x">A number from -1 to 1; NaN is the answer to others.</param>
    public static double Atanh(double x)
    {
        double a = Math.Abs(x);
        double value = 0.5 * (a < 0.3 ? LogOnePlus(2 * a / (1 - a)) : Math.Log((1 + a) / (1 - a)));
        return x < 0 ? -value : x == 0 ? x : value;
    }

    /// <summary>ln(1 + y) for y from 0 to 1, as 2·artanh(y / (2 + y)).</summary>
    private static double LogOnePlus(double y)
    {
        double z = y / (2 + y);
        double power = z;
        double sum = 0;
        for (int n = 1; n < 60; n += 2)
        {
            sum += power / n;
            power *= z * z;
        }

        return 2 * sum;
    }

    /// <summary>2/√π·e^-x²·Σ 2ⁿ·x^(2n+1) / (2n+1)!!, all of whose terms are positive.</summary>
    private static double Series(double x)
    {
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 1e-17; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    /// <summary>e^-x²/√π / (x + 1/2/(x + 1/(x + 3/2/(x + …)))).</summary>
    private static double Complement(double x)
    {
        double fraction = x;
        for (int n = 60; n > 0; n--)
        {
            fraction = x + (n / 2.0 / fraction);
        }

        return Math.Exp(-x * x) / Math.Sqrt(Math.PI) / fraction;
    }
}
