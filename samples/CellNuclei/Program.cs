using System.Globalization;
using CellNuclei;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const double Least = 0.95;

IReadOnlyList<Sample> samples = Sample.Load(Path.Combine(AppContext.BaseDirectory, "test.csv"));
int[,] counts = new int[2, 2];
double difference = 0;
for (int i = 0; i < samples.Count; i++)
{
    Sample sample = samples[i];
    float probability = Nuclei.Predict(sample.Measures);
    string found = Nuclei.LabelNames[(int)Nuclei.Classify(sample.Measures)];
    counts[Array.IndexOf([.. Nuclei.LabelNames], sample.Diagnosis), (int)Nuclei.Classify(sample.Measures)]++;
    difference = Math.Max(difference, Math.Abs(probability - sample.Probability));
    if (i < 8)
    {
        Console.WriteLine($"image {i + 1}: {probability,7:P1} {Nuclei.LabelNames[1]} {new string('#', (int)Math.Round(probability * 30)),-30} {found}{(found == sample.Diagnosis ? "" : $", but it was {sample.Diagnosis}")}");
    }
}

Console.WriteLine();
Console.WriteLine($"{"",20}read as {Nuclei.LabelNames[0],-10} {Nuclei.LabelNames[1]}");
for (int row = 0; row < 2; row++)
{
    Console.WriteLine($"{Nuclei.LabelNames[row],-20}{counts[row, 0],17} {counts[row, 1],6}");
}

double accuracy = (counts[0, 0] + counts[1, 1]) / (double)samples.Count;
Console.WriteLine();
Console.WriteLine($"{accuracy:P1} of {samples.Count} test images are right; scikit-learn's probabilities differ by at most {difference:0.0E+0}.");
return accuracy >= Least && difference < 1e-5 ? 0 : 1;
