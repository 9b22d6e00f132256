using System.Numerics;

namespace NeuralGen.Training;

/// <summary>Computes the loss and the metrics of a network on a data set.</summary>
internal sealed class Evaluator<T>(ITrainableNetwork<T> network, Dataset<T> data, TrainerOptions options)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _outputs = new T[options.Metrics.Count == 0 ? 0 : data.Rows * network.OutputSize];
    private readonly Classification _classification = Resolve(network, options);
    private OutputScale _scale = options.OutputScale;

    /// <summary>Finds out what the outputs of a network tell.</summary>
    public static Classification Resolve(ITrainableNetwork<T> network, TrainerOptions options) =>
        options.Classification != Classification.Automatic ? options.Classification
        : network.LossFunction == LossFunction.BinaryCrossEntropy && network.OutputSize > 1 ? Classification.MultiLabel
        : Classification.MultiClass;

    public double MeanLoss()
    {
        double sum = 0;
        for (int index = 0; index < data.Rows; index++)
        {
            DatasetRow<T> row = data.Row(index);
            sum += double.CreateChecked(network.Loss(row.Input, row.Target));
        }

        return sum / data.Rows;
    }

    public IReadOnlyDictionary<string, double> Metrics()
    {
        Dictionary<string, double> values = [];
        if (options.Metrics.Count == 0)
        {
            return values;
        }

        if (_scale == OutputScale.Automatic)
        {
            _scale = OutputScaleDetection.Detect(network, data);
        }

        // A batch is computed in another order of sums, and may fall on the other side of 0.5 than what callers get from Classify.
        for (int row = 0; row < data.Rows; row++)
        {
            network.Predict(data.Row(row).Input, _outputs.AsSpan(row * network.OutputSize, network.OutputSize));
        }

        Probabilities.FromOutputs<T>(_outputs, network.OutputSize, _scale, network.LossFunction);
        foreach (Metric metric in options.Metrics)
        {
            values[metric.Name] = metric.Compute(_outputs, data.Targets, network.OutputSize, _classification);
        }

        return values;
    }
}
