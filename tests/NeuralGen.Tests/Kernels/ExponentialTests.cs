namespace NeuralGen.Tests.Kernels;

/// <summary>The functions around e^x, against series and identities in double precision.</summary>
public class ExponentialTests
{
    public static TheoryData<double> Points()
    {
        TheoryData<double> points = [0, 1e-300, -1e-300, 1e-20, -1e-20, 1e-9, -1e-9, 1e-5, -1e-5, 0.5, -0.5, 0.999999, -1, 1, 3, -3, 20, -20, -37, 40, 300, -300, 709];
        return points;
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void ExpMinusOne_keeps_its_digits(double x)
    {
        double expected = Math.Abs(x) < 0.5 ? Series(x) : Math.Exp(x) - 1;
        Assert.Equal(expected, NeuralMath.ExpMinusOne(x), Math.Abs(expected) * 4e-16);
        float narrow = (float)x;
        double exact = Math.Abs(narrow) < 0.5 ? Series(narrow) : Math.Exp(narrow) - 1;
        if (exact < float.MaxValue)
        {
            Assert.Equal(exact, NeuralMath.ExpMinusOne(narrow), Math.Max(Math.Abs(exact) * 6e-8, 1e-45));
        }
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void Softplus_keeps_its_digits(double x)
    {
        // ln(1 + y) = 2·artanh(y / (2 + y)), summed where it converges.
        double power = Math.Exp(-Math.Abs(x));
        double z = power / (2 + power);
        double logarithm = 0;
        for (int n = 59; n > 0; n -= 2)
        {
            logarithm = (logarithm * z * z) + (1.0 / n);
        }

        double expected = Math.Max(x, 0) + (2 * z * logarithm);
        Assert.Equal(expected, NeuralMath.Softplus(x), Math.Abs(expected) * 4e-16);
        Assert.Equal((float)expected, NeuralMath.Softplus((float)x), Math.Max((float)expected * 2e-6f, 1e-44f));
    }

    [Fact]
    public void Special_values_stay_special()
    {
        Assert.Equal([-1, double.PositiveInfinity, double.NaN], new[] { double.NegativeInfinity, double.PositiveInfinity, double.NaN }.Select(NeuralMath.ExpMinusOne));
        Assert.Equal([-1, float.PositiveInfinity, float.NaN], new[] { float.NegativeInfinity, float.PositiveInfinity, float.NaN }.Select(NeuralMath.ExpMinusOne));
        Assert.Equal([0, double.PositiveInfinity, double.NaN], new[] { double.NegativeInfinity, double.PositiveInfinity, double.NaN }.Select(NeuralMath.Softplus));
        Assert.Equal([0, float.PositiveInfinity, float.NaN], new[] { float.NegativeInfinity, float.PositiveInfinity, float.NaN }.Select(NeuralMath.Softplus));
    }

    [Fact]
    public void A_wrong_length_is_an_argument_exception()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => SpanLength.Throw("input", 3, 4));
        Assert.Equal("input", exception.ParamName);
        Assert.StartsWith("The span 'input' has 3 values; 4 are needed.", exception.Message, StringComparison.Ordinal);
    }

    private static double Series(double x)
    {
        double sum = 0;
        for (int n = 25; n > 0; n--)
        {
            sum = (x / n) * (1 + sum);
        }

        return sum;
    }
}
