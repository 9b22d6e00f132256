using System.Numerics;
using System.Numerics.Tensors;

namespace NeuralGen.Training;

/// <summary>RMSProp: the gradient divided by the root of its running mean square.</summary>
/// <remarks>g ← g + λ·p; s ← α·s + (1 - α)·g²; d ← g/(√s + ε); with momentum b ← μ·b + d and p ← p - η·b, else p ← p - η·d. These are
/// the formulas of PyTorch's <c>torch.optim.RMSprop</c> that is not centered (Tieleman and Hinton 2012; ε stands outside the
/// root).</remarks>
/// <typeparam name="T">the type of the parameters.</typeparam>
public sealed class RmsPropOptimizer<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double _alpha = 0.99;
    private readonly double _epsilon = 1e-8;
    private readonly double _momentum;
    private readonly double _weightDecay;
    private T _negativeRate;

    /// <summary>Gets the factor α of the running mean, at least 0 and less than 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is outside the range.</exception>
    public double Alpha
    {
        get => _alpha;
        init => _alpha = HyperParameter.Fraction(value);
    }

    /// <summary>Gets the number ε that keeps the divisor from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is not above 0.</exception>
    public double Epsilon
    {
        get => _epsilon;
        init => _epsilon = HyperParameter.Positive(value);
    }

    /// <summary>Gets the factor μ of the buffer, at least 0 and less than 1; 0 means none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is outside the range.</exception>
    public double Momentum
    {
        get => _momentum;
        init => _momentum = HyperParameter.Fraction(value);
    }

    /// <summary>Gets the factor λ of the L2 penalty, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is outside the range.</exception>
    public double WeightDecay
    {
        get => _weightDecay;
        init => _weightDecay = HyperParameter.NonNegative(value);
    }

    /// <inheritdoc/>
    public override string Settings =>
        FormattableString.Invariant($"RMSProp, alpha {Alpha:R}, epsilon {Epsilon:R}, momentum {Momentum:R}, weight decay {WeightDecay:R}");

    /// <inheritdoc/>
    protected override int SlotCount => Momentum > 0 ? 2 : 1;

    /// <inheritdoc/>
    protected override void BeginStep(T learningRate) => _negativeRate = -learningRate;

    /// <inheritdoc/>
    protected override void UpdateBlock(Span<T> parameters, ReadOnlySpan<T> gradient, int start)
    {
        ReadOnlySpan<T> decayed = AddDecay(parameters, gradient, T.CreateChecked(WeightDecay));
        Span<T> meanSquare = Slot(0, start, gradient.Length);
        Span<T> change = Scratch(1, gradient.Length);

        TensorPrimitives.Multiply(decayed, decayed, change);
        TensorPrimitives.Multiply(meanSquare, T.CreateChecked(Alpha), meanSquare);
        TensorPrimitives.MultiplyAdd(change, T.CreateChecked(1 - Alpha), meanSquare, meanSquare);

        TensorPrimitives.Sqrt(meanSquare, change);
        TensorPrimitives.Add(change, T.CreateChecked(Epsilon), change);
        TensorPrimitives.Divide(decayed, change, change);

        if (Momentum > 0)
        {
            Span<T> buffer = Slot(1, start, gradient.Length);
            TensorPrimitives.MultiplyAdd(buffer, T.CreateChecked(Momentum), change, buffer);
            change = buffer;
        }

        TensorPrimitives.MultiplyAdd(change, _negativeRate, parameters, parameters);
    }
}
