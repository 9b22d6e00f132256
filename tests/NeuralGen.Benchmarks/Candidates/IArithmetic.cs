namespace NeuralGen.Benchmarks.Candidates;

/// <summary>The operations that a network written by hand spends its time in.</summary>
internal interface IArithmetic
{
    /// <summary>The sum of the products.</summary>
    public static abstract float Dot(float[] left, float[] right);

    /// <summary>Adds the scaled values to the target.</summary>
    public static abstract void AddScaled(ReadOnlySpan<float> values, float scale, Span<float> target);

    /// <summary>Subtracts the mean and divides by the scale.</summary>
    public static abstract void Normalize(ReadOnlySpan<float> values, float[] mean, float[] scale, Span<float> target);
}
