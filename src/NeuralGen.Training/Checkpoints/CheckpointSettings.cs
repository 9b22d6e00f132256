using System.Globalization;
using System.Numerics;

namespace NeuralGen.Training;

/// <summary>What has to be the same for training to go on to the same bits, by name. The number of epochs is not among it, so
/// that finished training can be prolonged.</summary>
internal sealed record CheckpointSettings(IReadOnlyList<KeyValuePair<string, string>> Values)
{
    public static CheckpointSettings Of<T>(ITrainableNetwork<T> network, TrainingData<T> data, Optimizer<T> optimizer, TrainerOptions options)
        where T : unmanaged, IFloatingPointIeee754<T> => new(
        [
            new("precision", typeof(T).Name),
            new("inputs", Text(network.InputSize)),
            new("outputs", Text(network.OutputSize)),
            new("parameters", Text(network.ParameterCount)),
            new("statistics", Text(network.Statistics.Length)),
            new("loss", network.LossFunction.ToString()),
            new("training rows", Text(data.Training.Rows)),
            new("validation rows", Text(data.Validation?.Rows ?? 0)),
            new("optimizer", optimizer.Settings),
            new("learning rate", options.LearningRate.Settings),
            new("batch size", Text(options.BatchSize)),
            new("seed", Text(options.Seed)),
            new("shuffle", options.Shuffle.ToString()),
            new("validation split", Text(options.ValidationSplit)),
            new("early-stopping patience", options.EarlyStoppingPatience is { } patience ? Text(patience) : "none"),
            new("early-stopping minimum delta", Text(options.EarlyStoppingMinDelta)),
            new("restoring of the best weights", options.RestoreBestWeights.ToString()),
            new("class weights", string.Join(", ", options.ClassWeights.Select(weight => Text(weight)))),
            new("clipping", options.Clipping?.Settings ?? "none"),
            new("metrics", string.Join(", ", options.Metrics.Select(metric => metric.Name))),
            new("output scale", options.OutputScale.ToString()),
        ]);

    public void RequireEqual(CheckpointSettings wanted)
    {
        foreach ((string name, string value) in wanted.Values)
        {
            string stored = Values.FirstOrDefault(pair => pair.Key == name).Value ?? "missing";
            if (stored != value)
            {
                throw new FormatException($"The checkpoint is of other training: its {name} is '{stored}', here it is '{value}'.");
            }
        }
    }

    private static string Text<TNumber>(TNumber number)
        where TNumber : INumber<TNumber> => number.ToString(null, CultureInfo.InvariantCulture);
}
