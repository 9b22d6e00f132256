using System.Diagnostics;
using NeuralGen.Benchmarks.Training;
using TorchSharp;
using TorchSharp.Modules;

namespace NeuralGen.Benchmarks.TorchPeers;

/// <summary>Epochs of training by TorchSharp, with Adam and mini-batches in a random order: what Peers/pytorch_epoch.py does
/// by PyTorch.</summary>
internal static class TorchEpoch
{
    /// <summary>Trains and returns the median time of an epoch in milliseconds.</summary>
    public static double Median(EpochData data, int batch, int warmUps, int epochs)
    {
        torch.random.manual_seed(1);
        using TorchNetwork network = new(EpochData.LayerSizes);
        using Adam optimizer = torch.optim.Adam(network.Parameters, lr: EpochData.LearningRate);
        using torch.Tensor inputs = torch.tensor(data.Inputs, [EpochData.Rows, EpochData.LayerSizes[0]]);
        using torch.Tensor targets = torch.tensor(data.Targets, [EpochData.Rows, EpochData.LayerSizes[^1]]);
        double[] times = new double[warmUps + epochs];
        double[] errors = new double[times.Length];
        for (int epoch = 0; epoch < times.Length; epoch++)
        {
            long start = Stopwatch.GetTimestamp();
            errors[epoch] = Train(network, optimizer, inputs, targets, batch);
            times[epoch] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        // The time of steps that teach nothing would compare with nothing.
        return errors[^1] < errors[0] / 2
            ? times.Skip(warmUps).Order().ElementAt(epochs / 2)
            : throw new InvalidOperationException($"TorchSharp has not learned: its error went from {errors[0]} to {errors[^1]}.");
    }

    private static double Train(TorchNetwork network, Adam optimizer, torch.Tensor inputs, torch.Tensor targets, int batch)
    {
        using DisposeScope epoch = torch.NewDisposeScope();
        double error = 0;
        foreach (torch.Tensor rows in torch.randperm(EpochData.Rows).split(batch))
        {
            using DisposeScope step = torch.NewDisposeScope();
            torch.Tensor loss = network.Backward(inputs.index_select(0, rows), targets.index_select(0, rows));
            optimizer.step();
            error += loss.item<float>() * rows.size(0) / EpochData.Rows;
        }

        return error;
    }
}
