using System.Globalization;
using BakedPenguins;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Shown = 10;

// Baked code multiplies by reciprocals where the trainable network divides by scales, and adds up in another order, so the last
// digits may differ.
const double Tolerance = 1e-5;

Penguin[] penguins = [.. Lines("penguins.csv").Select(Penguin.Parse)];
float[] trained = [.. Lines("predictions.csv").Select(line => float.Parse(line, CultureInfo.InvariantCulture))];
float[] baked = [.. penguins.Select(penguin => penguin.PredictBodyMass())];
if (trained.Length != baked.Length)
{
    Console.WriteLine($"There are {baked.Length} penguins and {trained.Length} predictions; run the sample TrainFromCsv.");
    return 1;
}

Console.WriteLine($"{"species",-10} {"island",-10} {"sex",-7} {"mass in kg",10} {"baked in",12} {"as trained",12}");
for (int row = 0; row < Shown; row++)
{
    Penguin penguin = penguins[row];
    Console.WriteLine($"{penguin.Species,-10} {penguin.Island,-10} {penguin.Sex,-7} {penguin.BodyMass / 1000,10:0.000} {baked[row],12:R} {trained[row],12:R}");
}

double largest = baked.Zip(trained, (one, other) => Math.Abs((double)one - other) / Math.Abs(other)).Max();
int same = baked.Zip(trained).Count(pair => pair.First.Equals(pair.Second));
bool isClose = largest <= Tolerance; // false for NaN
Console.WriteLine();
Console.WriteLine($"{baked.Length} predictions: {same} are the same to the bit, the largest relative difference is {largest:0.0e+00}{(isClose ? "" : ", which is too large")}.");
return isClose ? 0 : 1;

static IEnumerable<string> Lines(string file) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, file)).Skip(1);
