namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>e^x[i] / Σ e^x[j], with the largest value subtracted first so that nothing overflows.</summary>
internal sealed record SoftmaxActivation : SoftmaxFunction
{
    /// <inheritdoc/>
    public override string Name => "softmax";

    /// <inheritdoc/>
    public override string Kernel => "Softmax";

    /// <inheritdoc/>
    public override LossKind? Loss => LossKind.CategoricalCrossEntropy;

    /// <inheritdoc/>
    public override bool IsProbability => true;

    /// <inheritdoc/>
    public override double[] Evaluate(double[] input)
    {
        double max = input.Max();
        double[] output = Array.ConvertAll(input, value => Math.Exp(value - max));
        double sum = output.Sum();
        return Array.ConvertAll(output, value => value / sum);
    }
}
