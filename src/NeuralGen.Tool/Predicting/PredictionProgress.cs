using System.Diagnostics;
using System.Globalization;

namespace NeuralGen.Tool.Predicting;

/// <summary>Shows how far a prediction is: rows, their rate, and the time that is left where the length of the input is known.</summary>
/// <param name="length">How many bytes there are to read; 0 where nobody knows.</param>
internal sealed class PredictionProgress(long length)
{
    private const int Interval = 200;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private long _shown;

    /// <summary>Shows it, unless it was shown just before.</summary>
    public void Show(long bytes, long rows)
    {
        if (_watch.ElapsedMilliseconds - _shown < Interval)
        {
            return;
        }

        _shown = _watch.ElapsedMilliseconds;
        double seconds = _watch.Elapsed.TotalSeconds;
        string done = length > 0 && bytes > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Min(1, (double)bytes / length),4:0%}, {Left(seconds * Math.Max(0, length - bytes) / bytes)} left, ")
            : "";
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{done}{rows:#,0} rows, {rows / seconds:#,0} rows/s\u001b[K"));
    }

    /// <summary>Takes it away.</summary>
    public static void Clear() => Console.Error.Write("\r\u001b[K");

    private static string Left(double seconds) => TimeSpan.FromSeconds(Math.Ceiling(seconds)).ToString(seconds < 3600 ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);
}
