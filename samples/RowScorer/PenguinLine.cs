using System.Globalization;
using System.Text;

namespace RowScorer;

/// <summary>A line <c>species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,sex</c>.</summary>
internal static class PenguinLine
{
    private const int Fields = 6;

    private static readonly string[][] Categories =
        [["Adelie", "Chinstrap", "Gentoo"], ["Biscoe", "Dream", "Torgersen"], ["female", "male"]];

    /// <summary>Turns a line into the network's inputs.</summary>
    /// <param name="line">The line, in UTF-8.</param>
    /// <param name="inputs">Receives the inputs.</param>
    /// <returns>What is wrong with the line, or null.</returns>
    public static string? Read(ReadOnlySpan<byte> line, Span<float> inputs)
    {
        Span<Range> ranges = stackalloc Range[Fields + 1];
        int count = Split(line, ranges);
        if (count != Fields)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Fields} fields are needed, there are {(count > Fields ? $"more than {Fields}" : count)}");
        }

        // The network has the measurements first, then an input per category.
        return ReadNumber(line[ranges[2]], "bill_length_mm", ref inputs[0])
            ?? ReadNumber(line[ranges[3]], "bill_depth_mm", ref inputs[1])
            ?? ReadNumber(line[ranges[4]], "flipper_length_mm", ref inputs[2])
            ?? ReadCategory(line[ranges[0]], "species", Categories[0], inputs.Slice(3, 3))
            ?? ReadCategory(line[ranges[1]], "island", Categories[1], inputs.Slice(6, 3))
            ?? ReadCategory(line[ranges[5]], "sex", Categories[2], inputs.Slice(9, 2));
    }

    private static int Split(ReadOnlySpan<byte> line, Span<Range> ranges)
    {
        int count = 0;
        foreach (Range range in line.Split((byte)','))
        {
            ranges[count++] = range;
            if (count == ranges.Length)
            {
                break;
            }
        }

        return count;
    }

    private static string? ReadNumber(ReadOnlySpan<byte> field, string name, ref float number) =>
        float.TryParse(Bare(field), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && float.IsFinite(number)
            ? null
            : $"{name} is '{Encoding.UTF8.GetString(Bare(field))}', which is no finite number";

    private static string? ReadCategory(ReadOnlySpan<byte> field, string name, string[] categories, Span<float> inputs)
    {
        field = Bare(field);
        inputs.Clear();
        for (int index = 0; index < categories.Length; index++)
        {
            if (Ascii.Equals(field, categories[index]))
            {
                inputs[index] = 1;
                return null;
            }
        }

        return $"{name} is '{Encoding.UTF8.GetString(field)}', which is none of {string.Join(", ", categories)}";
    }

    /// <summary>A field without spaces and quotes around it; commas are in none.</summary>
    private static ReadOnlySpan<byte> Bare(ReadOnlySpan<byte> field)
    {
        field = field.Trim((byte)' ');
        return field is [(byte)'"', .. var inner, (byte)'"'] ? inner : field;
    }
}
