namespace NeuralGen;

/// <content>Arithmetic with whole numbers that wraps where .NET's throws.</content>
public static partial class NeuralMath
{
    /// <summary>Computes a / b without what is behind the point.</summary>
    /// <param name="a">any number.</param>
    /// <param name="b">any number but 0.</param>
    /// <returns>the quotient; that of the least number and -1 wraps to the least.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="b"/> is 0.</exception>
    public static int Quotient(int a, int b) => unchecked((int)((long)a / b));

    /// <inheritdoc cref="Quotient(int, int)"/>
    public static long Quotient(long a, long b) => b == -1 ? unchecked(-a) : a / b;

    /// <summary>Computes what a / b leaves, with the sign of a.</summary>
    /// <param name="a">any number.</param>
    /// <param name="b">any number but 0.</param>
    /// <returns>the remainder.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="b"/> is 0.</exception>
    public static int Remainder(int a, int b) => (int)((long)a % b);

    /// <inheritdoc cref="Remainder(int, int)"/>
    public static long Remainder(long a, long b) => b == -1 ? 0 : a % b;

    /// <summary>Computes what a / b leaves, with the sign of b.</summary>
    /// <param name="a">any number.</param>
    /// <param name="b">any number but 0.</param>
    /// <returns>the remainder.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="b"/> is 0.</exception>
    public static long Modulo(long a, long b)
    {
        long rest = Remainder(a, b);
        return rest != 0 && rest < 0 != b < 0 ? rest + b : rest;
    }

    /// <summary>Computes what a / b leaves, with the sign of b.</summary>
    /// <param name="a">any number.</param>
    /// <param name="b">any number.</param>
    /// <returns>the remainder; NaN where a is infinite or b is 0.</returns>
    public static double Modulo(double a, double b)
    {
        double rest = a % b;
        return rest != 0 && rest < 0 != b < 0 ? rest + b : rest;
    }

    /// <inheritdoc cref="Modulo(double, double)"/>
    public static float Modulo(float a, float b)
    {
        float rest = a % b;
        return rest != 0 && rest < 0 != b < 0 ? rest + b : rest;
    }

    /// <summary>Computes the magnitude of a number.</summary>
    /// <param name="a">any number.</param>
    /// <returns>the magnitude; that of the least number wraps to the least.</returns>
    public static long Magnitude(long a) => a < 0 ? unchecked(-a) : a;

    /// <summary>Computes a number to the power of another, which wraps.</summary>
    /// <param name="a">any number.</param>
    /// <param name="exponent">any number; of a negative power, what is behind the point is left out.</param>
    /// <returns>the power.</returns>
    /// <exception cref="DivideByZeroException">it is a negative power of 0.</exception>
    public static long Power(long a, long exponent)
    {
        if (exponent < 0)
        {
            return a is 1 or -1 ? (exponent & 1) == 0 ? 1 : a : 1 / a;
        }

        long power = 1;
        for (; exponent > 0; exponent >>= 1)
        {
            power = (exponent & 1) == 0 ? power : unchecked(power * a);
            a = unchecked(a * a);
        }

        return power;
    }
}
