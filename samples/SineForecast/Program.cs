using System.Globalization;
using NeuralGen.Training;
using SineForecast;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Heard = 50;
const int Said = 100;
const int Width = 30;

// Training goes back through all steps of a sequence.
Dataset<float> examples = Wave.Examples(500, Forecast.Steps);
Forecast network = new();
Trainer<float> trainer = new(new AdamOptimizer<float>(), new() { Epochs = 60, BatchSize = 25, LearningRate = 0.005, Seed = 1 });
TrainingHistory history = trainer.Fit(network, examples);
Console.WriteLine($"Trained on {examples.Rows} sequences of {Forecast.Steps} steps: loss {history.Epochs[0].Loss:0.0e+00} after the first epoch, {history.Epochs[^1].Loss:0.0e+00} after {history.Epochs.Count}.");
if (args.Length > 0)
{
    using FileStream file = File.Create(args[0]);
    network.Save(file);
    Console.WriteLine($"Saved as {args[0]}.");
}

// What an earlier run saved is compiled in, and goes step by step: it hears two turns, then goes on by what it says itself.
Stepper.State state = new();
float said = 0;
for (int step = 0; step < Heard; step++)
{
    said = Stepper.Predict(Wave.At(step), state);
}

double largest = 0;
for (int step = Heard; step < Heard + Said; step++)
{
    largest = Math.Max(largest, Math.Abs(said - Wave.At(step)));
    if (step % 2 == 0)
    {
        Console.WriteLine($"{step,4} {said,6:F3} {new string(' ', (int)Math.Round((said + 1) * Width))}*");
    }

    said = Stepper.Predict(said, state);
}

Console.WriteLine($"{Said} steps by itself: at most {largest:F3} beside the sine.");
return history.Epochs[^1].Loss < 1e-3 && largest < 0.2 ? 0 : 1;
