using System.Globalization;
using System.Text.RegularExpressions;

namespace NeuralGen.Generator.Tests.Fuzzing;

/// <summary>Damages texts at random: single characters, and whole values, keys and lines.</summary>
internal sealed partial class TextMutator(int seed)
{
    private static readonly string[] Values =
    [
        "0", "-0", "-1", "1e999", "-1e999", "1e-400", "NaN", "Infinity", "null", "true", "false", "\"\"", "\"x\"", "[]", "{}", "[[]]", "[[1]]", "1.5", "99999999999", "2147483647",
        "3.5e38", "\"relu\"", "\"softmax\"", "\"\\ud800\"", "[1, 2]", "{\"type\": \"elu\"}", "0.1", "7", "\"double\"", "\"unrolled\"", "\"class\"", "\"a*/b\"", "\"input\"",
    ];

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "(", ")", ",", ":", ";", "\"", "'", "\\", "/", "*/", "//", "/*", "#if", "@", "\n", "\r", "\t", "\u2028", "\u202E", "\ud800", "\0", "é", "-", ".", "e", "0", "1", "_", "=", "<", ">", "static ", "partial ",
    ];

    private readonly Random _random = new(seed);

    public string Mutate(string text)
    {
        int changes = 1 + _random.Next(_random.Next(4) == 0 ? 4 : 1);
        for (int i = 0; i < changes && text.Length > 0; i++)
        {
            text = Change(text);
        }

        return text;
    }

    [GeneratedRegex("""-?\d+(\.\d+)?([eE][-+]?\d+)?|"[^"\n]*"|true|false|\[[^\[\]\n]*\]""")]
    private static partial Regex Value();

    [GeneratedRegex("[A-Za-z_][A-Za-z_0-9]*")]
    private static partial Regex Word();

    private string Change(string text)
    {
        int at = _random.Next(text.Length);
        switch (_random.Next(10))
        {
            case 0:
                return text.Remove(at, Math.Min(1 + _random.Next(3), text.Length - at));
            case 1:
                return text.Insert(at, Pieces[_random.Next(Pieces.Length)]);
            case 2:
                return text[..at] + Pieces[_random.Next(Pieces.Length)] + text[(at + 1)..];
            case 3:
                return _random.Next(10) == 0 ? text[..at] : text;
            case 4:
                string[] lines = text.Split('\n');
                lines[_random.Next(lines.Length)] = _random.Next(2) == 0 ? "" : lines[_random.Next(lines.Length)];
                return string.Join('\n', lines);
            case 5:
                return Replace(text, Word(), word => _random.Next(2) == 0 ? word + word[^1] : word[1..]);
            default:
                return Replace(text, Value(), value => Other(value));
        }
    }

    private string Other(string value) => _random.Next(4) switch
    {
        0 => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? (number + _random.Next(-2, 3)).ToString(CultureInfo.InvariantCulture)
            : value + ", " + value,
        1 => value.Length > 2 && value[0] == '"' ? value[..^2] + "\"" : Values[_random.Next(Values.Length)],
        _ => Values[_random.Next(Values.Length)],
    };

    private string Replace(string text, Regex pattern, Func<string, string> change)
    {
        MatchCollection matches = pattern.Matches(text);
        if (matches.Count == 0)
        {
            return text;
        }

        Match match = matches[_random.Next(matches.Count)];
        return text[..match.Index] + change(match.Value) + text[(match.Index + match.Length)..];
    }
}
