using System.Globalization;
using NeuralGen.Benchmarks.Suites;
using NeuralGen.Benchmarks.Tables;
using NeuralGen.Training;
#if BENCHMARK_PEERS
using NeuralGen.Benchmarks.TorchPeers;
#endif

namespace NeuralGen.Benchmarks.Training;

/// <summary>Times an epoch of 10,000 rows, with Adam and mini-batches, beside the same epoch on one thread in TorchSharp where the
/// build has it and it loads, else in PyTorch.</summary>
internal static class EpochComparison
{
    private const int WarmUps = 5;
    private const int Epochs = 15;

    private static readonly int[] BatchSizes = [32, 64, 256];

    /// <summary>Runs the comparison and prints a table.</summary>
    public static int Run()
    {
        string name = PackagePeers.Kinds(Workload.BatchGradient) is [var torch] ? CandidateKinds.NameOf(torch) : "PyTorch";
        Console.WriteLine($"{Machine.Description}. {PackagePeers.Remark}\n");
        Console.WriteLine(MarkdownTable.Header(["batch", "NeuralGen, ms", $"{name}, ms", $"{name} / NeuralGen"]));
        EpochData data = new();
        foreach (int batch in BatchSizes)
        {
            // Before and after the peer, so that a change of the machine's speed shows.
            double first = Median(data, batch);
            double? peer = MedianOfPeer(data, batch);
            double ours = Math.Min(first, Median(data, batch));
            string[] cells =
            [
                batch.ToString(CultureInfo.InvariantCulture),
                ours.ToString("F1", CultureInfo.InvariantCulture),
                peer?.ToString("F1", CultureInfo.InvariantCulture) ?? "not installed",
                peer is { } milliseconds ? (milliseconds / ours).ToString("F1", CultureInfo.InvariantCulture) : "",
            ];
            Console.WriteLine(MarkdownTable.Row(cells));
        }

        return 0;
    }

    private static double? MedianOfPeer(EpochData data, int batch) =>
#if BENCHMARK_PEERS
        TorchLibrary.Loads ? TorchEpoch.Median(data, batch, WarmUps, Epochs) :
#endif
        PythonEpoch.Median(batch);

    private static double Median(EpochData data, int batch)
    {
        Dataset<float> rows = new(data.Inputs, data.Targets, EpochData.LayerSizes[0], EpochData.LayerSizes[^1]);
        EpochNetwork network = new();
        List<double> times = [];
        TimeSpan last = TimeSpan.Zero;
        Progress progress = new(report =>
        {
            if (report.Result is not null)
            {
                times.Add((report.Elapsed - last).TotalMilliseconds);
                last = report.Elapsed;
            }
        });
        Trainer<float> trainer = new(
            new AdamOptimizer<float>(),
            new TrainerOptions { Epochs = Epochs + WarmUps, BatchSize = batch, LearningRate = EpochData.LearningRate });
        trainer.Fit(network, rows, progress: progress);
        return times.Skip(WarmUps).Order().ElementAt(Epochs / 2);
    }

    private sealed class Progress(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }
}
