namespace NeuralGen.Benchmarks.Candidates;

/// <summary>Loops as one writes them without thinking of speed.</summary>
internal readonly struct PlainArithmetic : IArithmetic
{
    /// <inheritdoc/>
    public static float Dot(float[] left, float[] right)
    {
        float sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    /// <inheritdoc/>
    public static void AddScaled(ReadOnlySpan<float> values, float scale, Span<float> target)
    {
        for (int i = 0; i < values.Length; i++)
        {
            target[i] += values[i] * scale;
        }
    }

    /// <inheritdoc/>
    public static void Normalize(ReadOnlySpan<float> values, float[] mean, float[] scale, Span<float> target)
    {
        for (int i = 0; i < values.Length; i++)
        {
            target[i] = (values[i] - mean[i]) / scale[i];
        }
    }
}
