using System.Numerics.Tensors;

namespace NeuralGen.Training;

/// <summary>Limits every value of a gradient.</summary>
internal sealed class ValueClipping(double maximum) : GradientClipping
{
    private readonly double _maximum = HyperParameter.Positive(maximum, nameof(maximum));

    public override string Settings => FormattableString.Invariant($"by value {_maximum:R}");

    public override void Apply<T>(Span<T> gradient)
    {
        T limit = T.CreateChecked(_maximum);
        TensorPrimitives.Clamp<T>(gradient, -limit, limit, gradient);
    }
}
