using System.Numerics;
using System.Numerics.Tensors;

namespace NeuralGen.Training;

/// <summary>The class that probabilities, or a target, stand for.</summary>
internal static class Decision
{
    public static int ClassOf<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        values.Length == 1
            ? (values[0] > T.CreateChecked(0.5) ? 1 : 0)
            : TensorPrimitives.IndexOfMax(values);
}
