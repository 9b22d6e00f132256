using System.Globalization;

namespace NeuralGen.Import.Nnet;

/// <summary>Reads the lines of an NNet file, each a list of numbers with commas between them and, as most writers leave it, behind them.</summary>
/// <param name="reader">The text.</param>
/// <param name="item">The item, for messages.</param>
/// <param name="path">The full path of the file.</param>
internal sealed class NnetLines(TextReader reader, string item, string path)
{
    private const int MostShown = 20;

    private int _line;

    /// <summary>Reads a line of so many numbers.</summary>
    /// <param name="what">What the line holds.</param>
    /// <param name="count">How many; null where any number will do.</param>
    /// <exception cref="ImportException">There is no such line.</exception>
    public double[] Numbers(string what, int? count)
    {
        string line = Next() ?? throw Fail($"the file ends where {what} are expected");
        string[] parts = line.TrimEnd().TrimEnd(',').Split(',');
        if (count is { } expected && parts.Length != expected)
        {
            throw Fail(FormattableString.Invariant($"it has {parts.Length} numbers, and {what} are {expected}"));
        }

        return Array.ConvertAll(parts, part =>
            double.TryParse(part.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsNaN(number) && !double.IsInfinity(number)
                ? number
                : throw Fail($"'{Shown(part)}' among {what} is no finite number"));
    }

    /// <summary>Reads a line of so many sizes.</summary>
    /// <param name="what">What the line holds.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ImportException">There is no such line.</exception>
    public int[] Sizes(string what, int count) => Array.ConvertAll(Numbers(what, count), number =>
        number >= 1 && number <= int.MaxValue && number == Math.Floor(number) ? (int)number : throw Fail(FormattableString.Invariant($"{number} among {what} is no size")));

    /// <summary>Sees to it that nothing is left.</summary>
    /// <exception cref="ImportException">There is.</exception>
    public void End()
    {
        if (Next() is { } line)
        {
            throw Fail($"'{Shown(line)}' stands behind the last of the layers");
        }
    }

    /// <summary>What is wrong with the line that was read last.</summary>
    public ImportException Fail(string words) =>
        new(ImportProblem.Of(ImportRules.Nnet, item, FormattableString.Invariant($"line {_line}: {words}")) with { File = path, Line = _line, Column = 1 });

    private static string Shown(string text) => text.Trim() is { Length: > MostShown } trimmed ? trimmed.Substring(0, MostShown) + "..." : text.Trim();

    /// <summary>The next line that holds something; comments come before all numbers, but do no harm elsewhere.</summary>
    private string? Next()
    {
        string? line;
        do
        {
            line = reader.ReadLine();
            _line++;
        }
        while (line is not null && (line.Trim().Length == 0 || line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
        return line;
    }
}
