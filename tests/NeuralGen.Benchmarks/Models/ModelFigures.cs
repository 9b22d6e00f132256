using System.Globalization;

namespace NeuralGen.Benchmarks.Models;

/// <summary>What was measured of a model in one process.</summary>
/// <param name="Name">what the table calls it.</param>
/// <param name="Median">nanoseconds of a call.</param>
/// <param name="Minimum">the shortest.</param>
/// <param name="OnnxRuntime">the shortest of ONNX Runtime; NaN without it.</param>
/// <param name="Difference">the largest difference of the results, relative to the largest of them.</param>
/// <param name="Bytes">what a call allocates.</param>
/// <param name="MultiplyAdds">of a call, in millions.</param>
/// <param name="Attainable">the share of what the machine can do at most: by its multiply-adds, or by reading the weights where that takes longer.</param>
internal sealed record ModelFigures(
    string Name, double Median, double Minimum, double OnnxRuntime, double Difference, double Bytes, double MultiplyAdds, double Attainable)
{
    private const char Separator = '\t';

    /// <summary>Gets how many times as long ONNX Runtime takes.</summary>
    public double Ratio => OnnxRuntime / Minimum;

    /// <summary>A line that another process reads.</summary>
    public string Write() => string.Join(Separator, [Name, .. new[] { Median, Minimum, OnnxRuntime, Difference, Bytes, MultiplyAdds, Attainable }.Select(value => value.ToString("R", CultureInfo.InvariantCulture))]);

    /// <summary>Reads such a line.</summary>
    public static ModelFigures Read(string line)
    {
        string[] parts = line.Split(Separator);
        double[] values = [.. parts.Skip(1).Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
        return new ModelFigures(parts[0], values[0], values[1], values[2], values[3], values[4], values[5], values[6]);
    }
}
