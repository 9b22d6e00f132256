using System.Globalization;

namespace CellNuclei;

/// <summary>A row of the test data: what was measured, what it was, and what scikit-learn says.</summary>
/// <param name="Measures">30 measures of the nuclei on an image.</param>
/// <param name="Diagnosis">What it was.</param>
/// <param name="Probability">The probability of the second class, by scikit-learn.</param>
internal sealed record Sample(float[] Measures, string Diagnosis, double Probability)
{
    /// <summary>Reads a file whose columns are the inputs of the network, in their order, then the diagnosis and the probability.</summary>
    public static IReadOnlyList<Sample> Load(string path)
    {
        string[] lines = File.ReadAllLines(path);
        string[] columns = lines[0].Split(',');
        if (!columns.AsSpan(..^2).SequenceEqual(Nuclei.InputNames))
        {
            throw new InvalidDataException($"{path} has the columns {lines[0]}; the network reads {string.Join(",", Nuclei.InputNames)}.");
        }

        return [.. lines.Skip(1).Select(line => line.Split(',')).Select(fields => new Sample(
            Array.ConvertAll(fields[..^2], field => float.Parse(field, CultureInfo.InvariantCulture)), fields[^2], double.Parse(fields[^1], CultureInfo.InvariantCulture)))];
    }
}
