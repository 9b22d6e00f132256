using NeuralGen.Training.Mpi.Tests.Networks;

namespace NeuralGen.Training.Mpi.Tests.Worker;

/// <summary>Trainings that touch everything that depends on the rows of all processes.</summary>
internal static class Scenarios
{
    private const int TrainingRows = 301;
    private const int ValidationRows = 101;

    public const string Amount = "amount";
    public const string AmountDouble = "amount in double precision";
    public const string Validated = "validated amount";
    public const string Kind = "kind with dropout";

    public static IReadOnlyList<string> All { get; } = [Amount, AmountDouble, Validated, Kind];

    /// <summary>Trains in the processes of a group, or alone.</summary>
    /// <param name="name">the scenario.</param>
    /// <param name="group">the group, or null.</param>
    /// <param name="part">which of a number of rows are this process's.</param>
    public static Outcome Run(string name, ITrainingGroup? group, Func<int, (int Start, int Count)> part)
    {
        (int start, int count) = part(TrainingRows);
        (int firstValidation, int validationCount) = part(ValidationRows);
        return name switch
        {
            Amount => Train(
                new Amount(), new Trainer<float>(new AdamOptimizer<float>(), new() { Epochs = 6, BatchSize = 16, LearningRate = 0.01, Seed = 5, ScaleTargets = true }) { Group = group },
                Rows.Amounts<float>(start, count), null),
            AmountDouble => Train(
                new AmountDouble(), new Trainer<double>(new SgdOptimizer<double>(), new() { Epochs = 6, BatchSize = 32, LearningRate = 0.05, Seed = 6, ScaleTargets = true, Normalization = NormalizationMethod.MinMax, Clipping = GradientClipping.ByGlobalNorm(1) }) { Group = group },
                Rows.Amounts<double>(start, count), null),
            Validated => Train(
                new AmountDouble(), new Trainer<double>(new AdamOptimizer<double>(), new() { Epochs = 12, BatchSize = 64, LearningRate = 0.3, Seed = 7, ScaleTargets = true, EarlyStoppingPatience = 3, Metrics = [Metric.R2], ReduceOnPlateau = new() { Patience = 1 } }) { Group = group },
                Rows.Amounts<double>(start, count), Rows.Amounts<double>(TrainingRows + firstValidation, validationCount)),
            Kind => Train(
                new Kind(), new Trainer<double>(new AdamWOptimizer<double>(), new() { Epochs = 5, BatchSize = 20, LearningRate = 0.01, Seed = 8, ClassWeights = [1, 2, 0.5], Metrics = [Metric.Accuracy, Metric.F1], EarlyStoppingPatience = 10, EarlyStoppingMetric = Metric.Accuracy }) { Group = group },
                Rows.Kinds<double>(start, count), null),
            _ => throw new ArgumentException($"There is no scenario '{name}'.", nameof(name)),
        };
    }

    private static Outcome Train<T>(ITrainableNetwork<T> network, Trainer<T> trainer, Dataset<T> training, Dataset<T>? validation)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        TrainingHistory history = trainer.Fit(network, training, validation);
        return Outcome.Of(trainer, network, history, trainer.Evaluate(network, validation ?? training));
    }
}
