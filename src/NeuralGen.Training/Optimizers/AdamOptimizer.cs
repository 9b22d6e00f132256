using System.Numerics;
using System.Numerics.Tensors;

namespace NeuralGen.Training;

/// <summary>Adam: the running mean of the gradient divided by the root of its running mean square, both corrected for their
/// start at 0.</summary>
/// <remarks>g ← g + λ·p; m ← m + (1 - β₁)·(g - m); v ← β₂·v + (1 - β₂)·g²; p ← p - η/(1 - β₁ᵗ)·m/(√v/√(1 - β₂ᵗ) + ε), t being the number
/// of the step from 1. These are the formulas of PyTorch's <c>torch.optim.Adam</c> (Kingma and Ba 2015).</remarks>
/// <typeparam name="T">the type of the parameters.</typeparam>
public class AdamOptimizer<T> : Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double _beta1 = 0.9;
    private readonly double _beta2 = 0.999;
    private readonly double _epsilon = 1e-8;
    private readonly double _weightDecay;
    private T _negativeRate;
    private T _rootOfCorrection;

    /// <summary>Gets the factor β₁ of the running mean, at least 0 and less than 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is outside the range.</exception>
    public double Beta1
    {
        get => _beta1;
        init => _beta1 = HyperParameter.Fraction(value);
    }

    /// <summary>Gets the factor β₂ of the running mean square, at least 0 and less than 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is outside the range.</exception>
    public double Beta2
    {
        get => _beta2;
        init => _beta2 = HyperParameter.Fraction(value);
    }

    /// <summary>Gets the number ε that keeps the divisor from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is not above 0.</exception>
    public double Epsilon
    {
        get => _epsilon;
        init => _epsilon = HyperParameter.Positive(value);
    }

    /// <summary>Gets the factor λ of the decay, at least 0: of an L2 penalty in <see cref="AdamOptimizer{T}"/>, of the decoupled
    /// decay in <see cref="AdamWOptimizer{T}"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">the value is outside the range.</exception>
    public double WeightDecay
    {
        get => _weightDecay;
        init => _weightDecay = HyperParameter.NonNegative(value);
    }

    /// <inheritdoc/>
    public override string Settings =>
        FormattableString.Invariant($"Adam, beta1 {Beta1:R}, beta2 {Beta2:R}, epsilon {Epsilon:R}, weight decay {WeightDecay:R}");

    /// <inheritdoc/>
    protected override int SlotCount => 2;

    /// <inheritdoc/>
    protected override void BeginStep(T learningRate)
    {
        double rate = double.CreateChecked(learningRate);
        _negativeRate = T.CreateChecked(-rate / (1 - Power(Beta1, StepCount)));
        _rootOfCorrection = T.CreateChecked(Math.Sqrt(1 - Power(Beta2, StepCount)));
    }

    /// <inheritdoc/>
    protected override void UpdateBlock(Span<T> parameters, ReadOnlySpan<T> gradient, int start)
    {
        ReadOnlySpan<T> decayed = ApplyDecay(parameters, gradient);
        Span<T> mean = Slot(0, start, gradient.Length);
        Span<T> meanSquare = Slot(1, start, gradient.Length);
        Span<T> scratch = Scratch(1, gradient.Length);

        TensorPrimitives.Subtract(decayed, mean, scratch);
        TensorPrimitives.MultiplyAdd(scratch, T.CreateChecked(1 - Beta1), mean, mean);

        TensorPrimitives.Multiply(decayed, decayed, scratch);
        TensorPrimitives.Multiply(meanSquare, T.CreateChecked(Beta2), meanSquare);
        TensorPrimitives.MultiplyAdd(scratch, T.CreateChecked(1 - Beta2), meanSquare, meanSquare);

        TensorPrimitives.Sqrt(meanSquare, scratch);
        TensorPrimitives.Divide(scratch, _rootOfCorrection, scratch);
        TensorPrimitives.Add(scratch, T.CreateChecked(Epsilon), scratch);
        TensorPrimitives.Divide(mean, scratch, scratch);
        TensorPrimitives.MultiplyAdd(scratch, _negativeRate, parameters, parameters);
    }

    private protected virtual ReadOnlySpan<T> ApplyDecay(Span<T> parameters, ReadOnlySpan<T> gradient) =>
        AddDecay(parameters, gradient, T.CreateChecked(WeightDecay));

    // Math.Pow comes from the platform's C library and may differ in the last bit; products do not.
    private static double Power(double value, long exponent)
    {
        double result = 1;
        for (; exponent > 0; exponent >>= 1)
        {
            result = (exponent & 1) == 1 ? result * value : result;
            value *= value;
        }

        return result;
    }
}
