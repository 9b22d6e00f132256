using System.ComponentModel;

namespace NeuralGen;

/// <summary>Works batch normalisations into the layer before them where the compiler of networks does not know the numbers: in double
/// precision, as it does itself where it knows them. Emitted networks call it when they pack the layer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FoldedNormalization
{
    /// <summary>The factor of each channel: gamma / √(variance + ε).</summary>
    /// <param name="gamma">a value per channel.</param>
    /// <param name="variance">a value per channel.</param>
    /// <param name="epsilon">what keeps the root from zero.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static float[] Factors(ReadOnlySpan<float> gamma, ReadOnlySpan<float> variance, double epsilon)
    {
        Check(nameof(variance), variance.Length, gamma.Length);
        float[] factors = new float[gamma.Length];
        for (int i = 0; i < factors.Length; i++)
        {
            factors[i] = (float)Factor(gamma[i], variance[i], epsilon);
        }

        return factors;
    }

    /// <inheritdoc cref="Factors(ReadOnlySpan{float}, ReadOnlySpan{float}, double)"/>
    public static double[] Factors(ReadOnlySpan<double> gamma, ReadOnlySpan<double> variance, double epsilon)
    {
        Check(nameof(variance), variance.Length, gamma.Length);
        double[] factors = new double[gamma.Length];
        for (int i = 0; i < factors.Length; i++)
        {
            factors[i] = Factor(gamma[i], variance[i], epsilon);
        }

        return factors;
    }

    /// <summary>Weights, each multiplied by the factor of its unit.</summary>
    /// <param name="weights">[units, weights of a unit].</param>
    /// <param name="gamma">a value per unit.</param>
    /// <param name="variance">a value per unit.</param>
    /// <param name="epsilon">what keeps the root from zero.</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public static float[] Weights(ReadOnlySpan<float> weights, ReadOnlySpan<float> gamma, ReadOnlySpan<float> variance, double epsilon)
    {
        int count = weights.Length / Math.Max(1, gamma.Length);
        Check(nameof(weights), weights.Length, count * gamma.Length);
        Check(nameof(variance), variance.Length, gamma.Length);
        float[] scaled = new float[weights.Length];
        for (int unit = 0; unit < gamma.Length; unit++)
        {
            double factor = Factor(gamma[unit], variance[unit], epsilon);
            for (int i = unit * count; i < (unit + 1) * count; i++)
            {
                scaled[i] = (float)(weights[i] * factor);
            }
        }

        return scaled;
    }

    /// <summary>A bias, so that the sums come out shifted: (bias - mean)·factor + beta.</summary>
    /// <param name="bias">a value per unit, or nothing.</param>
    /// <param name="gamma">a value per unit.</param>
    /// <param name="variance">a value per unit.</param>
    /// <param name="epsilon">what keeps the root from zero.</param>
    /// <param name="mean">a value per unit.</param>
    /// <param name="beta">a value per unit.</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public static float[] Bias(
        ReadOnlySpan<float> bias, ReadOnlySpan<float> gamma, ReadOnlySpan<float> variance, double epsilon, ReadOnlySpan<float> mean, ReadOnlySpan<float> beta)
    {
        Check(nameof(bias), bias.Length, bias.IsEmpty ? 0 : gamma.Length);
        Check(nameof(variance), variance.Length, gamma.Length);
        Check(nameof(mean), mean.Length, gamma.Length);
        Check(nameof(beta), beta.Length, gamma.Length);
        float[] shifted = new float[gamma.Length];
        for (int unit = 0; unit < shifted.Length; unit++)
        {
            double before = bias.IsEmpty ? 0 : bias[unit];
            shifted[unit] = (float)(((before - mean[unit]) * Factor(gamma[unit], variance[unit], epsilon)) + beta[unit]);
        }

        return shifted;
    }

    private static double Factor(double gamma, double variance, double epsilon) => gamma / Math.Sqrt(variance + epsilon);

    private static void Check(string name, int length, int expected)
    {
        if (length != expected)
        {
            SpanLength.Throw(name, length, expected);
        }
    }
}
