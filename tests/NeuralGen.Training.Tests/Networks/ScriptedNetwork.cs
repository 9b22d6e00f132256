namespace NeuralGen.Training.Tests.Networks;

/// <summary>One parameter whose gradient is always -1, so that it counts steps of the learning rate 1 from 0, and a loss that is
/// scripted by the parameter.</summary>
internal sealed class ScriptedNetwork(params double[] losses) : TestNetwork<double>(1, 1, 1, LossFunction.MeanSquaredError)
{
    /// <summary>Gets what gives the validation loss in place of the script, or null.</summary>
    public Func<double>? Validation { get; init; }

    public override double Loss(ReadOnlySpan<double> input, ReadOnlySpan<double> target) => Validation?.Invoke() ?? losses[(int)Parameters[0] - 1];

    protected override void Forward(ReadOnlySpan<double> input, Span<double> output) => output[0] = Parameters[0];

    protected override double AddGradient(ReadOnlySpan<double> input, ReadOnlySpan<double> target, double weight, int seed, bool isTraining, Span<double> gradient)
    {
        gradient[0] -= weight;
        return losses[Math.Min((int)Parameters[0], losses.Length - 1)];
    }
}
