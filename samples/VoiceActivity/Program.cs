using System.Diagnostics;
using System.Globalization;
using VoiceActivity;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Chunk = 512;
const int Context = 64;
const float Voice = 0.5f;

using Stream file = args.Length > 0 ? File.OpenRead(args[0]) : typeof(Recording).Assembly.GetManifestResourceStream("speech.wav")!;
Recording recording = Recording.Read(file);
if (recording.Rate != 16_000)
{
    Console.Error.WriteLine($"The recording has {recording.Rate} samples a second; the detector takes 16000.");
    return 1;
}

// The detector hears each chunk behind the last samples of the one before.
float[] heard = new float[Context + Chunk];
VoiceDetector.State state = new();
VoiceDetector.Prepare();
int chunks = recording.Samples.Length / Chunk;
float[] probabilities = new float[chunks];
double[] times = new double[chunks];
long before = GC.GetAllocatedBytesForCurrentThread();
for (int i = 0; i < chunks; i++)
{
    heard.AsSpan(Chunk).CopyTo(heard);
    recording.Samples.AsSpan(i * Chunk, Chunk).CopyTo(heard.AsSpan(Context));
    long start = Stopwatch.GetTimestamp();
    probabilities[i] = VoiceDetector.Predict(heard, state);
    times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
}

long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
for (int i = 0; i < chunks; i++)
{
    Console.WriteLine($"{i * Chunk / 16_000.0,5:F2} s {probabilities[i],5:F2} {new string('#', (int)(probabilities[i] * 40))}");
}

Array.Sort(times);
Console.WriteLine($"{chunks} chunks of 32 ms, {probabilities.Count(probability => probability >= Voice)} of them with a voice.");
Console.WriteLine($"Median {times[chunks / 2]:F1} µs a chunk, largest {times[^1]:F1} µs; {allocated} bytes allocated.");

// The recording of this sample begins and ends with a pause, and speaks in between.
bool isRight = args.Length > 0 || (probabilities[..20].Max() < Voice && probabilities[^10..].Max() < Voice && probabilities.Max() > 0.9f && allocated == 0);
return isRight ? 0 : 1;
