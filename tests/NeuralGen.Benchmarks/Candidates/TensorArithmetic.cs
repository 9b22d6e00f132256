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
}
