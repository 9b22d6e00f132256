using System.Numerics;
using System.Numerics.Tensors;

namespace NeuralGen.Training;

/// <summary>Scales a gradient by maximum/(norm + 10⁻⁶) if that is less than 1, as PyTorch's <c>clip_grad_norm_</c> does.</summary>
internal sealed class GlobalNormClipping(double maximum) : GradientClipping
{
    private const int LaneCount = 256;

    private readonly double _maximum = HyperParameter.Positive(maximum, nameof(maximum));

    public override string Settings => FormattableString.Invariant($"by global norm {_maximum:R}");

    public override void Apply<T>(Span<T> gradient)
    {
        if (gradient.IsEmpty)
        {
            return;
        }

        T norm = Norm<T>(gradient);
        if (!T.IsFinite(norm))
        {
            // The squares of finite values overflow. Those of the values over the largest magnitude do not; the direction,
            // which is all that is left of so large a gradient, stays.
            T largest = T.Abs(TensorPrimitives.MaxMagnitude<T>(gradient));
            TensorPrimitives.Divide(gradient, largest, gradient);
            norm = Norm<T>(gradient);
            TensorPrimitives.Multiply(gradient, T.CreateChecked(_maximum) / norm, gradient);
            return;
        }

        T scale = T.CreateChecked(_maximum) / (norm + T.CreateChecked(1e-6));
        if (scale < T.One)
        {
            TensorPrimitives.Multiply(gradient, scale, gradient);
        }
    }

    // TensorPrimitives.Norm adds in an order that depends on the width of the machine's vectors, so that its last bit would
    // change from machine to machine. Here lane i always gets the squares of the values i, i + 256, i + 512, ...
    private static T Norm<T>(ReadOnlySpan<T> gradient)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> lanes = stackalloc T[LaneCount];
        lanes.Clear();
        for (int start = 0; start < gradient.Length; start += LaneCount)
        {
            ReadOnlySpan<T> block = gradient.Slice(start, Math.Min(LaneCount, gradient.Length - start));
            Span<T> sums = lanes[..block.Length];
            TensorPrimitives.MultiplyAdd(block, block, sums, sums);
        }

        T sum = T.Zero;
        foreach (T lane in lanes)
        {
            sum += lane;
        }

        return T.Sqrt(sum);
    }
}
