using System.Numerics.Tensors;

namespace NeuralGen.Benchmarks.Candidates;

/// <summary>The vector operations of System.Numerics.Tensors.</summary>
internal readonly struct TensorArithmetic : IArithmetic
{
    /// <inheritdoc/>
    public static float Dot(float[] left, float[] right) => TensorPrimitives.Dot(left, right);

    /// <inheritdoc/>
    public static void AddScaled(ReadOnlySpan<float> values, float scale, Span<float> target) =>
        TensorPrimitives.MultiplyAdd(values, scale, target, target);

    /// <inheritdoc/>
    public static void Normalize(ReadOnlySpan<float> values, float[] mean, float[] scale, Span<float> target)
    {
        TensorPrimitives.Subtract(values, mean, target);
        TensorPrimitives.Divide(target, scale, target);
    }
}
