namespace NeuralGen.Tests.Kernels;

public sealed class ActivationSpecialValuesTests
{
    // At -∞, 0, +∞: the limits, except where the formula multiplies 0 by ∞ or divides ∞ by ∞.
    [Theory]
    [InlineData("Relu", 0, 0, double.PositiveInfinity)]
    [InlineData("Relu6", 0, 0, 6)]
    [InlineData("LeakyRelu", double.NegativeInfinity, 0, double.PositiveInfinity)]
    [InlineData("Elu", -0.75, 0, double.PositiveInfinity)]
    [InlineData("Selu", -1.7580993408473766, 0, double.PositiveInfinity)]
    [InlineData("Celu", -0.75, 0, double.PositiveInfinity)]
    [InlineData("Gelu", double.NaN, 0, double.PositiveInfinity)]
    [InlineData("GeluTanh", double.NaN, 0, double.PositiveInfinity)]
    [InlineData("Silu", double.NaN, 0, double.PositiveInfinity)]
    [InlineData("Mish", double.NaN, 0, double.PositiveInfinity)]
    [InlineData("Sigmoid", 0, 0.5, 1)]
    [InlineData("HardSigmoid", 0, 0.5, 1)]
    [InlineData("HardSwish", double.NaN, 0, double.PositiveInfinity)]
    [InlineData("Tanh", -1, 0, 1)]
    [InlineData("HardTanh", -1, 0, 1)]
    [InlineData("Softplus", 0, 0.6931471805599453, double.PositiveInfinity)]
    [InlineData("Softsign", double.NaN, 0, double.NaN)]
    [InlineData("Exponential", 0, 1, double.PositiveInfinity)]
    [InlineData("BoundedRelu", double.NegativeInfinity, -0.25, 4)]
    [InlineData("BoundedRelu without bound and slope", 0, 0, double.PositiveInfinity)]
    [InlineData("Clamp", -0.5, 0, 2)]
    [InlineData("HardShrink", double.NegativeInfinity, 0, double.PositiveInfinity)]
    [InlineData("SoftShrink", double.NegativeInfinity, 0, double.PositiveInfinity)]
    [InlineData("TanhShrink", double.NegativeInfinity, 0, double.PositiveInfinity)]
    [InlineData("Threshold", -2, -2, double.PositiveInfinity)]
    [InlineData("LinearSigmoid", 0, 0.625, 1)]
    [InlineData("ScaledSoftplus", 0, 0.34657359027997264, double.PositiveInfinity)]
    [InlineData("LogSigmoid", double.NegativeInfinity, -0.6931471805599453, 0)]
    public void Ends_are_as_the_formulas_give_them(string name, double low, double middle, double high)
    {
        ActivationCase function = ActivationCases.All[name];
        float[] singles = [float.NegativeInfinity, 0, float.PositiveInfinity];
        double[] doubles = [double.NegativeInfinity, 0, double.PositiveInfinity];
        function.Single(singles, singles);
        function.Double(doubles, doubles);
        Assert.Equal([(float)low, (float)middle, (float)high], singles);
        Assert.Equal([low, middle, high], doubles);
    }

    [Theory]
    [MemberData(nameof(ActivationCases.Names), MemberType = typeof(ActivationCases))]
    public void NaN_stays_NaN(string name)
    {
        ActivationCase function = ActivationCases.All[name];
        float[] singles = FloatSamples.NotNumbers;
        double[] doubles = [double.NaN];
        float[] values = new float[singles.Length];
        function.Single(singles, values);
        function.Double(doubles, doubles);
        Assert.All(values, value => Assert.True(float.IsNaN(value)));
        Assert.True(double.IsNaN(doubles[0]));
    }

    // To the bit, -0 included.
    [Theory]
    [MemberData(nameof(ActivationCases.Names), MemberType = typeof(ActivationCases))]
    public void Plain_functions_are_their_formulas(string name)
    {
        if (ActivationCases.All[name] is { Formula: { } formula } function)
        {
            float[] samples = FloatSamples.Make(40_009);
            float[] values = new float[samples.Length];
            double[] wide = Array.ConvertAll(samples, value => 1.1 * value);
            double[] wideValues = new double[samples.Length];
            function.Single(samples, values);
            function.Double(wide, wideValues);
            for (int i = 0; i < samples.Length; i++)
            {
                Assert.Equal(BitConverter.SingleToInt32Bits(formula(samples[i])), BitConverter.SingleToInt32Bits(values[i]));
                Assert.Equal(BitConverter.DoubleToInt64Bits(function.Value(wide[i])), BitConverter.DoubleToInt64Bits(wideValues[i]));
            }
        }
    }
}
