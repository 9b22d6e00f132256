using System.Numerics;
using System.Numerics.Tensors;

namespace NeuralGen.Training;

/// <summary>AdamW: Adam whose decay shrinks the parameters instead of changing the gradient.</summary>
/// <remarks>p ← (1 - η·λ)·p, then a step of Adam without an L2 penalty. These are the formulas of PyTorch's
/// <c>torch.optim.AdamW</c> (Loshchilov and Hutter 2019), with its λ of 0.01 unless another is given.</remarks>
/// <typeparam name="T">the type of the parameters.</typeparam>
public sealed class AdamWOptimizer<T> : AdamOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private T _shrinkage;

    /// <summary>Initializes a new instance of the <see cref="AdamWOptimizer{T}"/> class.</summary>
    public AdamWOptimizer()
    {
        WeightDecay = 0.01;
    }

    /// <inheritdoc/>
    public override string Settings =>
        FormattableString.Invariant($"AdamW, beta1 {Beta1:R}, beta2 {Beta2:R}, epsilon {Epsilon:R}, weight decay {WeightDecay:R}");

    /// <inheritdoc/>
    protected override void BeginStep(T learningRate)
    {
        base.BeginStep(learningRate);
        _shrinkage = T.CreateChecked(1 - (double.CreateChecked(learningRate) * WeightDecay));
    }

    private protected override ReadOnlySpan<T> ApplyDecay(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        TensorPrimitives.Multiply(parameters, _shrinkage, parameters);
        return gradient;
    }
}
