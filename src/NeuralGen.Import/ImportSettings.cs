using System.Globalization;

namespace NeuralGen.Import;

/// <summary>Reads lists in metadata: separated by semicolons, pairs by their last equals sign; a name with such signs stands in single quotes.</summary>
internal static class ImportSettings
{
    /// <summary>The parts of a list; empty ones are left out.</summary>
    public static IReadOnlyList<string> Split(string text, char separator = ';')
    {
        List<string> parts = [];
        int start = 0;
        bool isQuoted = false;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '\'')
            {
                isQuoted = !isQuoted;
            }

            if (i == text.Length || (text[i] == separator && !isQuoted))
            {
                string part = text.Substring(start, i - start).Trim();
                start = i + 1;
                if (part.Length > 0)
                {
                    parts.Add(part);
                }
            }
        }

        return parts;
    }

    /// <summary>A name without its quotes.</summary>
    public static string Unquote(string name) =>
        name.Length > 1 && name[0] == '\'' && name[name.Length - 1] == '\'' ? name.Substring(1, name.Length - 2) : name;

    /// <summary>A name as metadata writes it.</summary>
    public static string Quote(string name) => name.IndexOfAny([';', ',', '=']) >= 0 ? $"'{name}'" : name;

    /// <summary>The pairs of a list; the value is null where there is no equals sign.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Pairs(string text) =>
    [
        .. Split(text).Select(part =>
        {
            int sign = part.LastIndexOf('=');
            return sign < 0 ? (Unquote(part), (string?)null) : (Unquote(part.Substring(0, sign).Trim()), part.Substring(sign + 1).Trim());
        }),
    ];

    /// <summary>Whole numbers with commas between them; null where one is none.</summary>
    public static int[]? Sizes(string text)
    {
        List<int> sizes = [];
        foreach (string part in text.Split([','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int size))
            {
                return null;
            }

            sizes.Add(size);
        }

        return [.. sizes];
    }

    /// <summary>Numbers with commas between them; null where one is none.</summary>
    public static double[]? Numbers(string text)
    {
        List<double> numbers = [];
        foreach (string part in text.Split([','], StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim()))
        {
            if (part is "true" or "True" or "false" or "False")
            {
                numbers.Add(part is "true" or "True" ? 1 : 0);
            }
            else if (double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            {
                numbers.Add(number);
            }
            else
            {
                return null;
            }
        }

        return [.. numbers];
    }
}
