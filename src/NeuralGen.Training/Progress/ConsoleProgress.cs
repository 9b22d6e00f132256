using System.Globalization;
using System.Text;

namespace NeuralGen.Training;

/// <summary>Writes a line per epoch, such as
/// <c>12/50 [====>...............] 3 ms/step loss 0.0123 val_loss 0.0150</c>.</summary>
/// <remarks>Numbers are written the same way in every culture.</remarks>
/// <param name="writer">where to write, or null for the console.</param>
public sealed class ConsoleProgress(TextWriter? writer = null) : IProgress<TrainingProgress>
{
    private const int BarLength = 20;

    private readonly TextWriter _writer = writer ?? Console.Out;
    private TimeSpan _lastElapsed;
    private long _lastStep;

    /// <summary>Writes a line if an epoch has ended.</summary>
    /// <param name="value">how far training is.</param>
    public void Report(TrainingProgress value)
    {
        if (value.Result is not { } result)
        {
            return;
        }

        if (value.Step < _lastStep)
        {
            // Another run of training has begun.
            (_lastElapsed, _lastStep) = (TimeSpan.Zero, 0);
        }

        double milliseconds = (value.Elapsed - _lastElapsed).TotalMilliseconds / Math.Max(1, value.Step - _lastStep);
        (_lastElapsed, _lastStep) = (value.Elapsed, value.Step);

        string epoch = value.Epoch.ToString(CultureInfo.InvariantCulture);
        string epochs = value.Epochs.ToString(CultureInfo.InvariantCulture);
        StringBuilder line = new();
        line.Append(CultureInfo.InvariantCulture, $"{epoch.PadLeft(epochs.Length)}/{epochs} {Bar(value)} {milliseconds:0.##} ms/step loss {Number(result.Loss)}");
        if (result.ValidationLoss is { } validationLoss)
        {
            line.Append(CultureInfo.InvariantCulture, $" val_loss {Number(validationLoss)}");
        }

        foreach ((string name, double metric) in result.Metrics)
        {
            line.Append(CultureInfo.InvariantCulture, $" {name} {Number(metric)}");
        }

        _writer.WriteLine(line);
    }

    private static string Bar(TrainingProgress value)
    {
        int done = (int)((long)BarLength * value.Epoch / value.Epochs);
        return done >= BarLength
            ? $"[{new string('=', BarLength)}]"
            : $"[{new string('=', done)}>{new string('.', BarLength - done - 1)}]";
    }

    private static string Number(double value)
    {
        double magnitude = Math.Abs(value);
        string format = magnitude is 0 or (>= 0.001 and < 100_000) ? "0.0000" : "0.000e+00";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }
}
