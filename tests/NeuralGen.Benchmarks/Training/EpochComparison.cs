using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NeuralGen.Training;

namespace NeuralGen.Benchmarks.Training;

/// <summary>Times an epoch of 10,000 rows, with Adam and mini-batches, beside the same epoch in PyTorch on one thread.</summary>
internal static class EpochComparison
{
    private const int Rows = 10_000;
    private const int Epochs = 15;

    private static readonly int[] BatchSizes = [32, 64, 256];

    /// <summary>Runs the comparison and prints a table.</summary>
    public static int Run()
    {
        Console.WriteLine("| batch | NeuralGen, ms | PyTorch, ms | PyTorch / NeuralGen |");
        Console.WriteLine("|---|---|---|---|");
        foreach (int batch in BatchSizes)
        {
            // Before and after the peer, so that a change of the machine's speed shows.
            double first = Median(batch);
            double? peer = PyTorch(batch);
            double ours = Math.Min(first, Median(batch));
            string[] cells =
            [
                batch.ToString(CultureInfo.InvariantCulture),
                ours.ToString("F1", CultureInfo.InvariantCulture),
                peer?.ToString("F1", CultureInfo.InvariantCulture) ?? "not installed",
                peer is { } milliseconds ? (milliseconds / ours).ToString("F1", CultureInfo.InvariantCulture) : "",
            ];
            Console.WriteLine($"| {string.Join(" | ", cells)} |");
        }

        return 0;
    }

    private static double Median(int batch)
    {
        Random random = new(1);
        float[] inputs = [.. Enumerable.Range(0, Rows * 10).Select(_ => (float)((2 * random.NextDouble()) - 1))];
        float[] targets = [.. Enumerable.Range(0, Rows).Select(row => MathF.Sin(inputs[row * 10] * 3) + (inputs[(row * 10) + 1] * inputs[(row * 10) + 2]))];
        Dataset<float> data = new(inputs, targets, 10, 1);
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
        Trainer<float> trainer = new(new AdamOptimizer<float>(), new TrainerOptions { Epochs = Epochs + 5, BatchSize = batch, LearningRate = 0.001 });
        trainer.Fit(network, data, progress: progress);
        return times.Skip(5).Order().ElementAt(Epochs / 2);
    }

    /// <summary>The first Python that has PyTorch: NEURALGEN_PYTHON, that on the path, that of the system.</summary>
    private static double? PyTorch(int batch) =>
        new[] { Environment.GetEnvironmentVariable("NEURALGEN_PYTHON"), "python3", "/usr/bin/python3" }
            .OfType<string>()
            .Select(python => PyTorch(python, batch))
            .FirstOrDefault(milliseconds => milliseconds is not null);

    private static double? PyTorch(string python, int batch)
    {
        ProcessStartInfo start = new(python) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Peers", "pytorch_epoch.py"));
        start.ArgumentList.Add("--batch");
        start.ArgumentList.Add(batch.ToString(CultureInfo.InvariantCulture));
        try
        {
            using Process process = Process.Start(start)!;
            string line = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? JsonDocument.Parse(line).RootElement.GetProperty("median_ms").GetDouble() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private sealed class Progress(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }
}
