namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>e^-x[i] / Σ e^-x[j]: softmax of the negated values, so that the least has the largest share.</summary>
internal sealed record SoftminActivation : SoftmaxFunction
{
    /// <inheritdoc/>
    public override string Name => "softmin";

    /// <inheritdoc/>
    public override bool IsProbability => true;

    /// <inheritdoc/>
    public override bool IsNegated => true;

    /// <inheritdoc/>
    public override double[] Evaluate(double[] input) => new SoftmaxActivation().Evaluate(Array.ConvertAll(input, value => -value));
}
