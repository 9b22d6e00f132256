using System.Globalization;
using Digits;
using NeuralGen.Training;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Shown = 6;
const double Least = 0.95;

Dataset<float> test = DigitFile.Load("test.csv");
Dataset<float> training = DigitFile.Load("training.csv");

float[][] images = [.. Enumerable.Range(0, Shown).Select(row => test.Row(row).Input.ToArray())];
Console.Write(Drawing.Draw(images));
Console.WriteLine(string.Concat(images.Select(image => $"{TrainedInPyTorch.LabelNames[(int)TrainedInPyTorch.Classify(image)],8}          ")));
Console.WriteLine();

double inPyTorch = Accuracy(test, image => (int)TrainedInPyTorch.Classify(image));
Console.WriteLine($"Trained in PyTorch, compiled from digits.safetensors: {inPyTorch:P1} of {test.Rows} test images.");

float difference = Enumerable.Range(0, test.Rows).Max(row => Difference(test.Row(row).Input.ToArray()));
Console.WriteLine($"Imported from digits.onnx, probabilities differ by at most {difference:E0}.");

TrainedHere network = new();
Trainer<float> trainer = new(new AdamOptimizer<float>(), new() { Epochs = 30, BatchSize = 32, LearningRate = 0.002, Seed = 1 });
TrainingHistory history = trainer.Fit(network, training);
double here = Accuracy(test, image => (int)network.Classify(image));
Console.WriteLine($"The same network trained here, {history.Epochs.Count} epochs: {here:P1}.");
return Math.Min(inPyTorch, here) >= Least && difference < 1e-5 ? 0 : 1;

static float Difference(float[] image)
{
    float[] declared = new float[TrainedInPyTorch.OutputSize];
    float[] imported = new float[Imported.OutputSize];
    TrainedInPyTorch.Predict(image, declared);
    Imported.Predict(image, imported);
    return declared.Zip(imported, (left, right) => Math.Abs(left - right)).Max();
}

static double Accuracy(Dataset<float> data, Func<float[], int> classify) =>
    Enumerable.Range(0, data.Rows).Count(row => classify(data.Row(row).Input.ToArray()) == data.ClassOf(row)) / (double)data.Rows;
