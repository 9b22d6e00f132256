namespace NeuralGen.Tests.Stored;

public class FoldedNormalizationTests
{
    private const double Epsilon = 1e-5;

    private static readonly float[] Gamma = [2, -0.5f];
    private static readonly float[] Variance = [1, 4];

    [Fact]
    public void Factors_are_rounded_once()
    {
        double[] exact = [2 / Math.Sqrt(1 + Epsilon), -0.5 / Math.Sqrt(4 + Epsilon)];
        Assert.Equal(exact, FoldedNormalization.Factors([2.0, -0.5], [1.0, 4.0], Epsilon));
        Assert.Equal(exact.Select(factor => (float)factor), FoldedNormalization.Factors(Gamma, Variance, Epsilon));
    }

    [Fact]
    public void Weights_and_bias_give_what_the_normalisation_gives()
    {
        float[] weights = [1, 0.3f, -2, 0.7f, 5, -0.1f];
        double[] factors = FoldedNormalization.Factors([2.0, -0.5], [1.0, 4.0], Epsilon);
        Assert.Equal(weights.Select((weight, i) => (float)(weight * factors[i / 3])), FoldedNormalization.Weights(weights, Gamma, Variance, Epsilon));
        float[] mean = [0.1f, 0.2f];
        float[] beta = [1, -1];
        Assert.Equal([(float)(((0.5 - mean[0]) * factors[0]) + 1), (float)(((3.0 - mean[1]) * factors[1]) - 1)], FoldedNormalization.Bias([0.5f, 3], Gamma, Variance, Epsilon, mean, beta));
        Assert.Equal([(float)((-mean[0] * factors[0]) + 1), (float)((-mean[1] * factors[1]) - 1)], FoldedNormalization.Bias([], Gamma, Variance, Epsilon, mean, beta));
    }

    [Fact]
    public void Lengths_are_checked()
    {
        Assert.Throws<ArgumentException>("variance", () => FoldedNormalization.Factors(Gamma, [1], Epsilon));
        Assert.Throws<ArgumentException>("weights", () => FoldedNormalization.Weights([1, 2, 3], Gamma, Variance, Epsilon));
        Assert.Throws<ArgumentException>("bias", () => FoldedNormalization.Bias([1], Gamma, Variance, Epsilon, [0, 0], [0, 0]));
        Assert.Throws<ArgumentException>("beta", () => FoldedNormalization.Bias([], Gamma, Variance, Epsilon, [0, 0], [0]));
    }
}
