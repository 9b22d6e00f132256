using NeuralGen.Training;

namespace SineForecast;

/// <summary>A sine, 25 values a turn.</summary>
internal static class Wave
{
    private const double Turn = 25;

    /// <summary>A value of the wave.</summary>
    /// <param name="step">The step, which may lie between two.</param>
    public static float At(double step) => (float)Math.Sin(2 * Math.PI * step / Turn);

    /// <summary>Examples that begin anywhere in a turn: some values in a row, and the one behind them.</summary>
    /// <param name="count">How many.</param>
    /// <param name="steps">The number of values of each.</param>
    public static Dataset<float> Examples(int count, int steps)
    {
        double[] starts = [.. Enumerable.Range(0, count).Select(i => i * Turn / count)];
        float[][] inputs = [.. starts.Select(start => Enumerable.Range(0, steps).Select(step => At(start + step)).ToArray())];
        float[][] targets = [.. starts.Select(start => new[] { At(start + steps) })];
        return new Dataset<float>(inputs, targets);
    }
}
