using System.Numerics;

namespace NeuralGen.Training;

/// <summary>Computes the loss and the metrics of a network on a data set.</summary>
internal sealed class Evaluator<T>(ITrainableNetwork<T> network, Dataset<T> data, TrainerOptions options)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _outputs = new T[options.Metrics.Count == 0 ? 0 : data.Rows * network.OutputSize];
    private OutputScale _scale = options.OutputScale;

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

        network.PredictBatch(data.Inputs, _outputs);
        Probabilities.FromOutputs<T>(_outputs, network.OutputSize, _scale, network.LossFunction);
        foreach (Metric metric in options.Metrics)
        {
            values[metric.Name] = metric.Compute(_outputs, data.Targets, network.OutputSize);
        }

        return values;
    }
}
