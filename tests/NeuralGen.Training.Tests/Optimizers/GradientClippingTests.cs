namespace NeuralGen.Training.Tests.Optimizers;

public class GradientClippingTests
{
    [Fact]
    public void GlobalNormScalesOnlyLargeGradients()
    {
        double[] large = [3, -4];
        GradientClipping.ByGlobalNorm(1).Apply<double>(large);
        Assert.Equal(3 / 5.000001, large[0], 1e-12);
        Assert.Equal(-4 / 5.000001, large[1], 1e-12);

        double[] small = [0.3, -0.4];
        GradientClipping.ByGlobalNorm(1).Apply<double>(small);
        Assert.Equal([0.3, -0.4], small);
    }

    [Fact]
    public void GlobalNormSurvivesSquaresThatOverflow()
    {
        float[] gradient = [3e30f, -4e30f];
        GradientClipping.ByGlobalNorm(1).Apply<float>(gradient);
        Assert.Equal(0.6f, gradient[0], 1e-6f);
        Assert.Equal(-0.8f, gradient[1], 1e-6f);
    }

    [Fact]
    public void GlobalNormAddsInTheSameOrderOnEveryMachine()
    {
        SplitMix64 random = new(1);
        float[] values = [.. Enumerable.Range(0, 5000).Select(_ => (float)random.NextDouble())];
        float[] lanes = new float[256];
        for (int index = 0; index < values.Length; index++)
        {
            lanes[index % 256] = (values[index] * values[index]) + lanes[index % 256];
        }

        float norm = MathF.Sqrt(lanes.Aggregate(0f, (sum, lane) => sum + lane));
        float[] expected = Array.ConvertAll(values, value => value * (1 / (norm + 1e-6f)));
        GradientClipping.ByGlobalNorm(1).Apply<float>(values);

        Assert.Equal(expected, values);
        Assert.Equal(1, Math.Sqrt(values.Sum(value => (double)value * value)), 1e-5);
    }

    [Fact]
    public void ValueLimitsEachValue()
    {
        float[] gradient = [3, -4, 0.25f];
        GradientClipping.ByValue(0.5).Apply<float>(gradient);
        Assert.Equal([0.5f, -0.5f, 0.25f], gradient);
    }

    [Fact]
    public void LimitsArePositive()
    {
        Assert.Throws<ArgumentOutOfRangeException>("maximum", () => GradientClipping.ByValue(0));
        Assert.Throws<ArgumentOutOfRangeException>("maximum", () => GradientClipping.ByGlobalNorm(double.NaN));
    }
}
