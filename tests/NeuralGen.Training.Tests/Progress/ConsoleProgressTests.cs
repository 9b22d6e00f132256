using System.Globalization;
using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.Progress;

public class ConsoleProgressTests
{
    [Fact]
    public void WritesALinePerEpoch()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = new() { NumberDecimalSeparator = "," } };
            using StringWriter writer = new() { NewLine = "\n" };
            ConsoleProgress progress = new(writer);
            progress.Report(Progress(4, 40, 400, null));
            progress.Report(Progress(5, 50, 500, new(5, 0.0123, 0.015, 0.1, new Dictionary<string, double> { ["accuracy"] = 0.9 })));
            progress.Report(Progress(50, 60, 525, new(50, 1234567, null, 0.1, new Dictionary<string, double>())));
            progress.Report(Progress(1, 10, 30, new(1, 0.0000123, null, 0.1, new Dictionary<string, double>())));

            Assert.Equal(
                " 5/50 [==>.................] 10 ms/step loss 0.0123 val_loss 0.0150 accuracy 0.9000\n"
                + "50/50 [====================] 2.5 ms/step loss 1.235e+06\n"
                + " 1/50 [>...................] 3 ms/step loss 1.230e-05\n",
                writer.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void TrainerReportsStepsAndEpochs()
    {
        List<TrainingProgress> reports = [];
        TrainerOptions options = new() { Epochs = 2, BatchSize = 2, ProgressEverySteps = 2, LearningRate = 0.5, Metrics = [Metric.MeanSquaredError] };
        new Trainer<double>(new SgdOptimizer<double>(), options).Fit(new LinearNetwork<double>(1), TestData.Numbered(5), progress: new Recorder(reports));

        Assert.Equal([(1, 2L, false), (1, 3L, true), (2, 4L, false), (2, 6L, false), (2, 6L, true)], reports.Select(report => (report.Epoch, report.Step, report.Result is not null)));
        Assert.All(reports, report => Assert.Equal((2, 6L, 0.5), (report.Epochs, report.Steps, report.LearningRate)));
        Assert.Equal("mean_squared_error", Assert.Single(reports[^1].Metrics!).Key);
        Assert.Null(reports[0].Metrics);
        Assert.Null(reports[^1].ValidationLoss);
        Assert.True(reports[0].Elapsed <= reports[^1].Elapsed);
    }

    private static TrainingProgress Progress(int epoch, long step, int milliseconds, EpochResult? result) => new()
    {
        Epoch = epoch,
        Epochs = 50,
        Step = step,
        Steps = 500,
        Elapsed = TimeSpan.FromMilliseconds(milliseconds),
        Loss = 1,
        LearningRate = 0.1,
        Result = result,
    };

    private sealed class Recorder(List<TrainingProgress> reports) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => reports.Add(value);
    }
}
