using System.Globalization;
using NeuralGen.Training;
using TrainFromCsv.Penguins;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Seed = 2;

Dataset<float> penguins = PenguinFile.Load();
(Dataset<float> training, Dataset<float> test) = penguins.Split(0.2, Seed);

BodyMass network = new();
network.Initialize(Seed);

Trainer<float> trainer = new(new AdamOptimizer<float>(), new()
{
    Epochs = 100,
    BatchSize = 32,
    LearningRate = 0.001,
    Seed = Seed,
    ValidationSplit = 0.2,
    EarlyStoppingPatience = 15,
    Metrics = [Metric.R2, Metric.MeanAbsoluteError],
});
TrainingHistory history = trainer.Fit(network, training, progress: new ConsoleProgress());

Console.WriteLine();
Console.WriteLine("The decimal logarithm of the loss (mean squared error in kg²) by epoch:");
Console.Write(LossCurve.Draw([.. history.Losses.Select(Math.Log10)]));
Console.WriteLine($"{history.StopReason} after epoch {history.Epochs.Count}; the weights are those of epoch {history.BestEpoch}, where the validation loss was lowest.");

Evaluation evaluation = trainer.Evaluate(network, test);
double meanAbsoluteError = evaluation.Metrics[Metric.MeanAbsoluteError.Name];
Console.WriteLine();
Console.WriteLine($"{test.Rows} penguins that training has not seen: R² {evaluation.Metrics[Metric.R2.Name]:0.000}, mean absolute error {meanAbsoluteError:0.000} kg.");

// The same machine writes the same files on every run; one with vectors of another width adds up in another order.
BakedFiles files = new(args.Length > 0 ? args[0] : BakedFiles.DefaultFolder);
files.WriteNetwork(network);
files.WritePredictions(network, penguins);
Console.WriteLine($"Saved as {files.NetworkFile}; the sample BakedPenguins bakes it in.");
