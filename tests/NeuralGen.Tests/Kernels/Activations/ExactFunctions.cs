namespace NeuralGen.Tests.Kernels;

/// <summary>The functions in double precision without cancellation, with relative errors below 1e-13.</summary>
internal static class ExactFunctions
{
    private const double RootOfTwoByPi = 0.79788456080286535588;

    public static double ExpMinusOne(double x)
    {
        if (Math.Abs(x) > 0.3)
        {
            return Math.Exp(x) - 1;
        }

        double sum = 1;
        for (int n = 18; n > 1; n--)
        {
            sum = 1 + (x / n * sum);
        }

        return x * sum;
    }

    public static double Softplus(double x)
    {
        double power = Math.Exp(-Math.Abs(x));
        double z = power / (2 + power);
        double sum = 0;
        for (int n = 33; n > 0; n -= 2)
        {
            sum = (sum * z * z) + (1.0 / n);
        }

        return Math.Max(x, 0) + (2 * z * sum);
    }

    public static double Sigmoid(double x) => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x));

    public static double TanhOfSoftplus(double x)
    {
        double power = Math.Exp(Math.Min(x, 30));
        return power * (power + 2) / ((power * (power + 2)) + 2);
    }

    /// <summary>Φ(x): left of -3 by the continued fraction of its tail.</summary>
    public static double Normal(double x)
    {
        if (!(x < -3))
        {
            return 0.5 * (1 + NeuralMath.Erf(x * Math.Sqrt(0.5)));
        }

        double fraction = -x;
        for (int n = 150; n > 0; n--)
        {
            fraction = (n / fraction) - x;
        }

        return Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI) / fraction;
    }

    public static double Density(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);

    public static double SigmoidOfCube(double x) => Sigmoid(2 * RootOfTwoByPi * (x + (0.044715 * x * x * x)));

    public static double SlopeOfCube(double x) => 2 * RootOfTwoByPi * (1 + (3 * 0.044715 * x * x));
}
