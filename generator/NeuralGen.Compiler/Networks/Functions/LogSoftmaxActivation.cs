namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>x[i] - ln Σ e^x[j], with the largest value subtracted first so that nothing overflows.</summary>
internal sealed record LogSoftmaxActivation : SoftmaxFunction
{
    /// <inheritdoc/>
    public override string Name => "log_softmax";

    /// <inheritdoc/>
    public override string Kernel => "LogSoftmax";

    /// <inheritdoc/>
    public override LossKind? Loss => LossKind.CategoricalCrossEntropy;

    /// <inheritdoc/>
    public override bool IsLogarithm => true;

    /// <inheritdoc/>
    public override double[] Evaluate(double[] input)
    {
        double max = input.Max();
        double sum = input.Sum(value => Math.Exp(value - max));
        return Array.ConvertAll(input, value => value - max - Math.Log(sum));
    }
}
