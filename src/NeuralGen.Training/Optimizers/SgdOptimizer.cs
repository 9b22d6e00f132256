using System.Numerics;
using System.Numerics.Tensors;

namespace NeuralGen.Training;

/// <summary>Stochastic gradient descent, with momentum, Nesterov's momentum and an L2 penalty if wanted.</summary>
/// <remarks>g ← g + λ·p; b ← μ·b + g; p ← p - η·b, or with Nesterov's momentum p ← p - η·(g + μ·b). p are the parameters, g the
/// gradient, η the learning rate, λ <see cref="WeightDecay"/>, μ <see cref="Momentum"/>, b the buffer. These are the formulas of
/// PyTorch's <c>torch.optim.SGD</c> without dampening (Sutskever et al. 2013, with the learning rate outside the
/// buffer).</remarks>
/// <typeparam name="T">the type of the parameters.</typeparam>
public sealed class SgdOptimizer<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double _momentum;
    private readonly double _weightDecay;
    private T _negativeRate;

    /// <summary>Gets the factor μ of the buffer, at least 0 and less than 1; 0 means none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is outside the range.</exception>
    public double Momentum
    {
        get => _momentum;
        init => _momentum = HyperParameter.Fraction(value);
    }

    /// <summary>Gets a value indicating whether the momentum is Nesterov's; without momentum it has no effect.</summary>
    public bool Nesterov { get; init; }

    /// <summary>Gets the factor λ of the L2 penalty, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is outside the range.</exception>
    public double WeightDecay
    {
        get => _weightDecay;
        init => _weightDecay = HyperParameter.NonNegative(value);
    }

    /// <inheritdoc/>
    public override string Settings =>
        FormattableString.Invariant($"SGD, momentum {Momentum:R}, Nesterov {Nesterov}, weight decay {WeightDecay:R}");

    /// <inheritdoc/>
    protected override int SlotCount => Momentum > 0 ? 1 : 0;

    /// <inheritdoc/>
    protected override void BeginStep(T learningRate) => _negativeRate = -learningRate;

    /// <inheritdoc/>
    protected override void UpdateBlock(Span<T> parameters, ReadOnlySpan<T> gradient, int start)
    {
        ReadOnlySpan<T> change = AddDecay(parameters, gradient, T.CreateChecked(WeightDecay));
        if (Momentum > 0)
        {
            T momentum = T.CreateChecked(Momentum);
            Span<T> buffer = Slot(0, start, gradient.Length);
            TensorPrimitives.MultiplyAdd(buffer, momentum, change, buffer);
            if (Nesterov)
            {
                Span<T> ahead = Scratch(1, gradient.Length);
                TensorPrimitives.MultiplyAdd(buffer, momentum, change, ahead);
                change = ahead;
            }
            else
            {
                change = buffer;
            }
        }

        TensorPrimitives.MultiplyAdd(change, _negativeRate, parameters, parameters);
    }
}
