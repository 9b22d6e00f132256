using System.Globalization;
using System.Numerics;
using System.Text;

namespace NeuralGen.Training;

/// <summary>What has to be the same for training to go on to the same bits, by name. The number of epochs is not among it, so
/// that finished training can be prolonged.</summary>
internal sealed record CheckpointSettings(IReadOnlyList<KeyValuePair<string, string>> Values)
{
    private const string OfNetwork = "network's ";

    public static CheckpointSettings Of<T>(ITrainableNetwork<T> network, TrainingData<T> data, Optimizer<T> optimizer, TrainerOptions options)
        where T : unmanaged, IFloatingPointIeee754<T> => new(
        [
            new("precision", typeof(T).Name),
            new(OfNetwork + "number of inputs", Text(network.InputSize)),
            new(OfNetwork + "number of outputs", Text(network.OutputSize)),
            new(OfNetwork + "number of parameters", Text(network.ParameterCount)),
            new(OfNetwork + "number of statistics", Text(network.Statistics.Length)),
            new(OfNetwork + "loss function", network.LossFunction.ToString()),
            .. network.Architecture.Select(Split),
            .. data.Group is null ? Array.Empty<KeyValuePair<string, string>>() : [new("group of processes", "present")],
            new("training rows", Text(data.TrainingPart.Total)),
            new("validation rows", Text(data.ValidationPart.Total)),
            new("SHA-256 of the training rows", data.TrainingChecksum),
            new("SHA-256 of the validation rows", data.ValidationChecksum),
            new("optimizer", optimizer.Settings),
            new("learning rate", options.LearningRate.Settings),
            new("reduction on a plateau", options.ReduceOnPlateau?.Settings ?? "none"),
            new("normalization", options.Normalization.ToString()),
            new("scaling of targets", options.ScaleTargets.ToString()),
            new("batch size", Text(options.BatchSize)),
            new("seed", Text(options.Seed)),
            new("shuffle", options.Shuffle.ToString()),
            new("validation split", Text(options.ValidationSplit)),
            new("stratified validation split", options.StratifiedValidationSplit.ToString()),
            new("early-stopping metric", options.EarlyStoppingMetric?.Name ?? "none"),
            new("early-stopping patience", options.EarlyStoppingPatience is { } patience ? Text(patience) : "none"),
            new("early-stopping minimum delta", Text(options.EarlyStoppingMinDelta)),
            new("restoring of the best weights", options.RestoreBestWeights.ToString()),
            new("class weights", string.Join(", ", options.ClassWeights.Select(weight => Text(weight)))),
            new("clipping", options.Clipping?.Settings ?? "none"),
            new("metrics", string.Join(", ", options.Metrics.Select(metric => metric.Name))),
            new("output scale", options.OutputScale.ToString()),
            new("classification", options.Classification.ToString()),
        ]);

    /// <summary>Throws if a setting differs, or only one of the two has it.</summary>
    public void RequireSame(CheckpointSettings wanted)
    {
        RequireEqual(wanted);
        if (Values.FirstOrDefault(pair => wanted.Values.All(other => other.Key != pair.Key)) is { Key: { } name } more)
        {
            throw Other(name, more.Value, "missing");
        }
    }

    /// <summary>Throws if one of some settings is another.</summary>
    public void RequireEqual(CheckpointSettings wanted)
    {
        foreach ((string name, string value) in wanted.Values)
        {
            string stored = Values.FirstOrDefault(pair => pair.Key == name).Value ?? "missing";
            if (stored != value)
            {
                throw Other(name, stored, value);
            }
        }
    }

    /// <summary>Throws, in all processes, if a setting of one is another than that of process 0.</summary>
    public void RequireAgreement(ITrainingGroup group)
    {
        const char Between = '\u001F';
        IReadOnlyList<byte[]> all = group.Gather(Encoding.UTF8.GetBytes(string.Join('\n', Values.Select(pair => pair.Key + Between + pair.Value))));
        string[] first = Encoding.UTF8.GetString(all[0]).Split('\n');
        for (int rank = 1; rank < all.Count; rank++)
        {
            string[] other = Encoding.UTF8.GetString(all[rank]).Split('\n');
            int index = first.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
            if (index < first.Length || index < other.Length)
            {
                string[] wanted = first.ElementAtOrDefault(index)?.Split(Between) ?? ["", "missing"];
                string[] found = other.ElementAtOrDefault(index)?.Split(Between) ?? ["", "missing"];
                throw new ArgumentException(FormattableString.Invariant($"The processes of the group train differently: the {wanted[0]} of process 0 is '{wanted[1]}', that of process {rank} '{found[1]}'."), nameof(group));
            }
        }
    }

    /// <summary>Takes apart a line <c>what: how</c>.</summary>
    private static KeyValuePair<string, string> Split(string line)
    {
        int colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? new("network", line) : new(OfNetwork + line[..colon], line[(colon + 2)..]);
    }

    private static FormatException Other(string name, string stored, string value) => name.StartsWith(OfNetwork, StringComparison.Ordinal)
        ? new($"The checkpoint is of another network: its {name[OfNetwork.Length..]} is '{stored}', here it is '{value}'.")
        : new($"The checkpoint is of other training: its {name} is '{stored}', here it is '{value}'.");

    private static string Text<TNumber>(TNumber number)
        where TNumber : INumber<TNumber> => number.ToString(null, CultureInfo.InvariantCulture);
}
