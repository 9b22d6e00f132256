using System.Diagnostics;
using System.Globalization;
using TextAngle;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Calls = 20;

TextLine line = TextLine.Load(Path.Combine(AppContext.BaseDirectory, "Image", "line.pgm"));
float[] upright = line.Prepared();
float[] turned = line.Turned().Prepared();
bool areRight = Show("as it is", upright) == AngleClassifier.Label.Upright & Show("turned around", turned) == AngleClassifier.Label.UpsideDown;

float[] probabilities = new float[AngleClassifier.OutputSize];
long before = GC.GetAllocatedBytesForCurrentThread();
long start = Stopwatch.GetTimestamp();
for (int call = 0; call < Calls; call++)
{
    AngleClassifier.Predict(upright, probabilities);
}

TimeSpan time = Stopwatch.GetElapsedTime(start) / Calls;
long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
Console.WriteLine($"{time.TotalMilliseconds:F2} ms a call, {allocated} bytes allocated in {Calls} calls.");
return areRight && allocated == 0 ? 0 : 1;

static AngleClassifier.Label Show(string name, float[] pixels)
{
    float[] probabilities = new float[AngleClassifier.OutputSize];
    AngleClassifier.Predict(pixels, probabilities);
    Console.WriteLine($"{name,-14} {string.Join(", ", probabilities.Select((probability, i) => $"{AngleClassifier.LabelNames[i]} {probability:P2}"))}");
    return AngleClassifier.Classify(pixels);
}
