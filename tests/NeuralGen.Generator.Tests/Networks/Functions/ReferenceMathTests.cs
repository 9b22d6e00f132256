using NeuralGen.Compiler.Networks.Functions;

namespace NeuralGen.Generator.Tests.Networks.Functions;

/// <summary>The interpreter's own functions, on both sides of each place where they change their method.</summary>
public class ReferenceMathTests
{
    /// <summary>Results with 60 digits, rounded once.</summary>
    public static TheoryData<string, double, double> Values() => new()
    {
        { nameof(ReferenceMath.Erf), 1e-09, 1.1283791670955127e-09 },
        { nameof(ReferenceMath.Erf), 0.3, 0.3286267594591274 },
        { nameof(ReferenceMath.Erf), -0.3, -0.3286267594591274 },
        { nameof(ReferenceMath.Erf), 1, 0.8427007929497149 },
        { nameof(ReferenceMath.Erf), 2.49, 0.9995707121322661 },
        { nameof(ReferenceMath.Erf), 2.5, 0.999593047982555 },
        { nameof(ReferenceMath.Erf), -2.7, -0.9998656672600594 },
        { nameof(ReferenceMath.Erf), 3.5, 0.9999992569016276 },
        { nameof(ReferenceMath.Erf), 5.9, 0.9999999999999999 },
        { nameof(ReferenceMath.Erf), 6.5, 1.0 },
        { nameof(ReferenceMath.Erf), -7, -1.0 },
        { nameof(ReferenceMath.Erf), 0, 0.0 },
        { nameof(ReferenceMath.ExpMinusOne), 1e-10, 1.00000000005e-10 },
        { nameof(ReferenceMath.ExpMinusOne), -1e-10, -9.999999999500001e-11 },
        { nameof(ReferenceMath.ExpMinusOne), 0.1, 0.10517091807564763 },
        { nameof(ReferenceMath.ExpMinusOne), 0.4999, 0.6485564068163897 },
        { nameof(ReferenceMath.ExpMinusOne), -0.4999, -0.39340868418864094 },
        { nameof(ReferenceMath.ExpMinusOne), 0.5, 0.6487212707001282 },
        { nameof(ReferenceMath.ExpMinusOne), -0.5, -0.3934693402873666 },
        { nameof(ReferenceMath.ExpMinusOne), 2, 6.38905609893065 },
        { nameof(ReferenceMath.ExpMinusOne), -3, -0.950212931632136 },
        { nameof(ReferenceMath.ExpMinusOne), -40, -1.0 },
        { nameof(ReferenceMath.Softplus), -50, 1.9287498479639178e-22 },
        { nameof(ReferenceMath.Softplus), -40, 4.248354255291589e-18 },
        { nameof(ReferenceMath.Softplus), -3, 0.04858735157374206 },
        { nameof(ReferenceMath.Softplus), -0.5, 0.4740769841801067 },
        { nameof(ReferenceMath.Softplus), 0, 0.6931471805599453 },
        { nameof(ReferenceMath.Softplus), 0.5, 0.9740769841801067 },
        { nameof(ReferenceMath.Softplus), 3, 3.048587351573742 },
        { nameof(ReferenceMath.Softplus), 40, 40.0 },
        { nameof(ReferenceMath.Softplus), 800, 800.0 },
        { nameof(ReferenceMath.Softplus), -800, 0.0 },
        { nameof(ReferenceMath.Asinh), 0, 0.0 },
        { nameof(ReferenceMath.Asinh), 1e-12, 1e-12 },
        { nameof(ReferenceMath.Asinh), 0.1, 0.09983407889920756 },
        { nameof(ReferenceMath.Asinh), -0.1, -0.09983407889920756 },
        { nameof(ReferenceMath.Asinh), 0.4999, 0.4811223805516968 },
        { nameof(ReferenceMath.Asinh), 0.5, 0.48121182505960347 },
        { nameof(ReferenceMath.Asinh), -0.5, -0.48121182505960347 },
        { nameof(ReferenceMath.Asinh), 2, 1.4436354751788103 },
        { nameof(ReferenceMath.Asinh), -3, -1.8184464592320668 },
        { nameof(ReferenceMath.Asinh), 100000.0, 12.206072645555174 },
        { nameof(ReferenceMath.Asinh), -100000.0, -12.206072645555174 },
        { nameof(ReferenceMath.Asinh), 2000000000.0, 22.1095601980663 },
        { nameof(ReferenceMath.Asinh), 1e+200, 461.2101657793691 },
        { nameof(ReferenceMath.Asinh), -1e+200, -461.2101657793691 },
        { nameof(ReferenceMath.Acosh), 1, 0.0 },
        { nameof(ReferenceMath.Acosh), 1.000000001, 4.4721361396399915e-05 },
        { nameof(ReferenceMath.Acosh), 1.1, 0.4435682543851154 },
        { nameof(ReferenceMath.Acosh), 1.1999, 0.622211727479861 },
        { nameof(ReferenceMath.Acosh), 1.2, 0.6223625037147786 },
        { nameof(ReferenceMath.Acosh), 1.3, 0.7564329108569596 },
        { nameof(ReferenceMath.Acosh), 5, 2.2924316695611777 },
        { nameof(ReferenceMath.Acosh), 100000.0, 12.206072645505174 },
        { nameof(ReferenceMath.Acosh), 2000000000.0, 22.1095601980663 },
        { nameof(ReferenceMath.Acosh), 1e+200, 461.2101657793691 },
        { nameof(ReferenceMath.Atanh), 0, 0.0 },
        { nameof(ReferenceMath.Atanh), 1e-12, 1e-12 },
        { nameof(ReferenceMath.Atanh), 0.1, 0.10033534773107558 },
        { nameof(ReferenceMath.Atanh), -0.1, -0.10033534773107558 },
        { nameof(ReferenceMath.Atanh), 0.2999, 0.30940971771541076 },
        { nameof(ReferenceMath.Atanh), 0.3, 0.3095196042031117 },
        { nameof(ReferenceMath.Atanh), -0.3, -0.3095196042031117 },
        { nameof(ReferenceMath.Atanh), 0.9, 1.4722194895832204 },
        { nameof(ReferenceMath.Atanh), -0.9, -1.4722194895832204 },
        { nameof(ReferenceMath.Atanh), 0.999999, 7.254328619247669 },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_function_is_exact_to_the_last_digits(string name, double x, double expected)
    {
        double actual = Function(name)(x);
        Assert.True(Math.Abs(actual - expected) <= 4e-16 * Math.Abs(expected), $"{actual:R} instead of {expected:R}");
    }

    [Theory]
    [InlineData(nameof(ReferenceMath.Erf), -1, 1)]
    [InlineData(nameof(ReferenceMath.ExpMinusOne), -1, double.PositiveInfinity)]
    [InlineData(nameof(ReferenceMath.Softplus), 0, double.PositiveInfinity)]
    [InlineData(nameof(ReferenceMath.Asinh), double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData(nameof(ReferenceMath.Acosh), double.NaN, double.PositiveInfinity)]
    [InlineData(nameof(ReferenceMath.Atanh), double.NaN, double.NaN)]
    public void A_function_has_limits_and_passes_NaN_on(string name, double low, double high)
    {
        Func<double, double> function = Function(name);
        Assert.Equal([low, high, double.NaN], new[] { double.NegativeInfinity, double.PositiveInfinity, double.NaN }.Select(function));
    }

    [Theory]
    [InlineData(nameof(ReferenceMath.Asinh))]
    [InlineData(nameof(ReferenceMath.Atanh))]
    public void An_odd_function_keeps_the_sign_of_zero(string name)
    {
        Assert.True(double.IsNegative(Function(name)(-0.0)));
        Assert.False(double.IsNegative(Function(name)(0.0)));
    }

    [Theory]
    [InlineData(nameof(ReferenceMath.Erf))]
    [InlineData(nameof(ReferenceMath.ExpMinusOne))]
    public void Zero_does_not_become_negative(string name) => Assert.False(double.IsNegative(Function(name)(0.0)));

    [Theory]
    [InlineData(nameof(ReferenceMath.Acosh), 0.5)]
    [InlineData(nameof(ReferenceMath.Acosh), -3)]
    [InlineData(nameof(ReferenceMath.Atanh), 1.5)]
    [InlineData(nameof(ReferenceMath.Atanh), -1.5)]
    public void Where_there_is_no_result_it_is_NaN(string name, double x) => Assert.Equal(double.NaN, Function(name)(x));

    private static Func<double, double> Function(string name) => name switch
    {
        nameof(ReferenceMath.Erf) => ReferenceMath.Erf,
        nameof(ReferenceMath.ExpMinusOne) => ReferenceMath.ExpMinusOne,
        nameof(ReferenceMath.Softplus) => ReferenceMath.Softplus,
        nameof(ReferenceMath.Asinh) => ReferenceMath.Asinh,
        nameof(ReferenceMath.Acosh) => ReferenceMath.Acosh,
        _ => ReferenceMath.Atanh,
    };
}
