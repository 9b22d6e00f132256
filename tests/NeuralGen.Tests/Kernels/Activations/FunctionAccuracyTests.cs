using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using NeuralGen.Kernels.Functions;
using NeuralGen.Kernels.Lanes;
using Xunit.Abstractions;

namespace NeuralGen.Tests.Kernels;

public sealed class FunctionAccuracyTests(ITestOutputHelper output)
{
    // More than a million numbers.
    private static readonly float[] Samples = FloatSamples.Make(3989);

    // The largest errors are those that the documentation states.
    [Fact]
    public void Exp_is_accurate_everywhere() => AssertAccurate(Of(default(Exponential)), Math.Exp, 1.01);

    [Fact]
    public void ExpMinusOne_is_accurate_everywhere() => AssertAccurate(Exponentials<Lanes256<float>, Vector256<float>, float>.ExpMinusOne, ExactFunctions.ExpMinusOne, 1.5);

    [Fact]
    public void Log_is_accurate_everywhere() => AssertAccurate(Logarithms<Lanes256<float>, Vector256<float>, float>.Log, Math.Log, 1);

    [Fact]
    public void Softplus_is_accurate_everywhere() =>
        AssertAccurate(Of(default(Softplus)), ExactFunctions.Softplus, Fma.IsSupported || AdvSimd.IsSupported ? 2 : 2.4);

    [Fact]
    public void Sigmoid_is_accurate_everywhere() => AssertAccurate(Of(default(Sigmoid)), ExactFunctions.Sigmoid, x => x < 0 ? 2.45 : 1.5);

    [Fact]
    public void Tanh_is_accurate_everywhere() => AssertAccurate(Of(default(Tanh)), Math.Tanh, 1.4);

    [Fact]
    public void Elu_is_accurate_everywhere() =>
        AssertAccurate(Of(new Elu(0.7f)), x => x > 0 ? x : 0.7f * ExactFunctions.ExpMinusOne(x), 2.3);

    [Fact]
    public void Selu_is_accurate_everywhere() =>
        AssertAccurate(
            Of(default(Selu)), x => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * ExactFunctions.ExpMinusOne(x)), 2);

    [Fact]
    public void Celu_is_accurate_everywhere() =>
        AssertAccurate(Of(new Celu(0.7f)), x => x > 0 ? x : 0.7f * ExactFunctions.ExpMinusOne(x / 0.7f), 3.5);

    // Where the functions fall to 0, e^x is not a normal number in the end.
    [Fact]
    public void Silu_is_accurate_everywhere() =>
        AssertAccurate(Of(default(Silu)), x => x * ExactFunctions.Sigmoid(x), x => x < -87 ? 64 : 3.5);

    [Fact]
    public void Mish_is_accurate_everywhere() =>
        AssertAccurate(Of(default(Mish)), x => x * ExactFunctions.TanhOfSoftplus(x), x => x < -87 ? 64 : 4);

    // Where these fall to 0, only the absolute error is small.
    [Fact]
    public void Gelu_is_accurate_everywhere() =>
        AssertAccurate(Of(default(Gelu)), x => x * ExactFunctions.Normal(x), 2, (x, y) => AbsoluteBound(x));

    [Fact]
    public void GeluTanh_is_accurate_everywhere() =>
        AssertAccurate(Of(default(GeluTanh)), x => x * ExactFunctions.SigmoidOfCube(x), 2.1, (x, y) => AbsoluteBound(x));

    private static Func<Vector256<float>, Vector256<float>> Of<TFunction>(TFunction function)
        where TFunction : struct, IElementFunction => x => function.Value<Lanes256<float>, Vector256<float>, float>(x);

    private static double AbsoluteBound(float x) => Math.Max(Math.ScaleB(1, -149), Math.Min(Math.ScaleB(-x, -23), 6.5e-8));

    private void AssertAccurate(Func<Vector256<float>, Vector256<float>> function, Func<double, double> exact, double bound) =>
        AssertAccurate(function, exact, _ => bound);

    private void AssertAccurate(
        Func<Vector256<float>, Vector256<float>> function, Func<double, double> exact, double bound, Func<float, double, double> negativeBound) =>
        AssertAll(function, exact, (x, y, value) =>
            x < 0 ? Math.Abs(y - value) / negativeBound(x, value) : SingleError.Of(y, value) / bound);

    private void AssertAccurate(Func<Vector256<float>, Vector256<float>> function, Func<double, double> exact, Func<float, double> bound) =>
        AssertAll(function, exact, (x, y, value) => SingleError.Of(y, value) / bound(x));

    private void AssertAll(Func<Vector256<float>, Vector256<float>> function, Func<double, double> exact, Func<float, float, double, double> share)
    {
        Assert.All(FloatSamples.NotNumbers, x => Assert.True(float.IsNaN(function(Vector256.Create(x)).GetElement(7))));
        double worst = 0;
        float place = 0;
        Span<float> results = stackalloc float[Vector256<float>.Count];
        for (int i = 0; i + results.Length <= Samples.Length; i += results.Length)
        {
            function(Vector256.Create<float>(Samples.AsSpan(i))).CopyTo(results);
            for (int lane = 0; lane < results.Length; lane++)
            {
                float x = Samples[i + lane];
                double error = share(x, results[lane], exact(x));
                if (!(error <= worst))
                {
                    (worst, place) = (error, x);
                }
            }
        }

        output.WriteLine($"{Samples.Length} numbers, {worst:P1} of the bound at {place:R}");
        Assert.True(worst <= 1, $"{worst:P1} of the bound at {place:R}");
    }
}
