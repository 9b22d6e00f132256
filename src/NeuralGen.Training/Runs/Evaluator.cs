using System.Numerics;

namespace NeuralGen.Training;

/// <summary>Computes the loss and the metrics of a network on a data set, of which each process of a group has a part.</summary>
/// <param name="network">the network.</param>
/// <param name="data">the rows, in their own units.</param>
/// <param name="options">which metrics, and how.</param>
/// <param name="group">the processes.</param>
/// <param name="scale">the units in which the network predicts, or null for the data's.</param>
internal sealed class Evaluator<T>(ITrainableNetwork<T> network, Dataset<T> data, TrainerOptions options, ITrainingGroup group, TargetScale<T>? scale = null)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Dataset<T> _scaled = scale?.Apply(data) ?? data;
    private readonly IReadOnlyList<Metric> _metrics = options.ComputedMetrics;
    private readonly T[] _outputs = new T[options.ComputedMetrics.Count == 0 ? 0 : data.Rows * network.OutputSize];
    private readonly Classification _classification = Resolve(network, options);
    private OutputScale _outputScale = options.OutputScale;

    /// <summary>Finds out what the outputs of a network tell.</summary>
    public static Classification Resolve(ITrainableNetwork<T> network, TrainerOptions options) =>
        options.Classification != Classification.Automatic ? options.Classification
        : network.LossFunction == LossFunction.BinaryCrossEntropy && network.OutputSize > 1 ? Classification.MultiLabel
        : Classification.MultiClass;

    public double MeanLoss()
    {
        double sum = 0;
        for (int index = 0; index < _scaled.Rows; index++)
        {
            DatasetRow<T> row = _scaled.Row(index);
            sum += double.CreateChecked(network.Loss(row.Input, row.Target));
        }

        Span<double> total = [sum, _scaled.Rows];
        group.Sum(total);
        return total[0] / total[1];
    }

    public IReadOnlyDictionary<string, double> Metrics()
    {
        Dictionary<string, double> values = [];
        if (_metrics.Count == 0)
        {
            return values;
        }

        if (_outputScale == OutputScale.Automatic)
        {
            OutputScale[] detected = [OutputScaleDetection.Detect(network, data)];
            group.BroadcastNumbers<OutputScale>(detected);
            _outputScale = detected[0];
        }

        // A batch is computed in another order of sums, and may fall on the other side of 0.5 than what callers get from Classify.
        for (int row = 0; row < data.Rows; row++)
        {
            network.Predict(data.Row(row).Input, _outputs.AsSpan(row * network.OutputSize, network.OutputSize));
        }

        scale?.Restore(_outputs);
        Probabilities.FromOutputs<T>(_outputs, network.OutputSize, _outputScale, network.LossFunction);
        (T[] outputs, T[] targets) = group.Size == 1 ? (_outputs, []) : (group.GatherNumbers<T>(_outputs), group.GatherNumbers(data.Targets));
        foreach (Metric metric in _metrics)
        {
            values[metric.Name] = metric.Compute(outputs, group.Size == 1 ? data.Targets : targets, network.OutputSize, _classification);
        }

        return values;
    }
}
