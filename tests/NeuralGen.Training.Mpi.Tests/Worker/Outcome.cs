using System.Numerics;

namespace NeuralGen.Training.Mpi.Tests.Worker;

/// <summary>What came out of training.</summary>
internal sealed record Outcome(double[] Parameters, double[] Statistics, double[] BestParameters, double[] Losses, double[] ValidationLosses, double[] Metrics, double Evaluation, int BestEpoch)
{
    public static Outcome Of<T>(Trainer<T> trainer, ITrainableNetwork<T> network, TrainingHistory history, Evaluation evaluation)
        where T : unmanaged, IFloatingPointIeee754<T> => new(
            Array.ConvertAll(network.Parameters.ToArray(), double.CreateChecked),
            Array.ConvertAll(network.Statistics.ToArray(), double.CreateChecked),
            Array.ConvertAll(trainer.BestParameters.ToArray(), double.CreateChecked),
            [.. history.Losses],
            [.. history.ValidationLosses],
            [.. history.Epochs.SelectMany(epoch => epoch.Metrics.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)), .. evaluation.Metrics.Values],
            evaluation.Loss,
            history.BestEpoch);
}
