using System.Globalization;
using System.Text;

namespace NeuralGen.Compiler.SafeTensors;

/// <summary>What is wrong with a file, in words; the first of many only, since one damaged header can be wrong everywhere.</summary>
/// <param name="file">The name of the file.</param>
internal sealed class TensorProblems(string file)
{
    private const int Most = 20;
    private const int LongestName = 100;

    private readonly List<string> _messages = [];
    private int _more;

    /// <summary>The name of the file in quotes.</summary>
    public string File { get; } = Quote(file);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _messages.Count == 0;

    /// <summary>The messages.</summary>
    public IReadOnlyList<string> Messages =>
        _more == 0 ? _messages : [.. _messages, $"{File} has {_more.ToString(CultureInfo.InvariantCulture)} more problems of this kind"];

    /// <summary>Adds a message.</summary>
    public void Add(FormattableString message)
    {
        if (_messages.Count < Most)
        {
            _messages.Add(message.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            _more++;
        }
    }

    /// <summary>A text from a file in quotes: of a bounded length, and on one line.</summary>
    public static string Quote(string text) => $"'{Shorten(text)}'";

    /// <summary>A text from a file without what would break a line of a message.</summary>
    public static string Shorten(string text)
    {
        StringBuilder shown = new();
        foreach (char c in text.Length > LongestName ? text.Substring(0, LongestName) : text)
        {
            bool isPlain = !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\u2028' or '\u2029');
            shown.Append(isPlain ? c.ToString() : $"\\u{((int)c).ToString("X4", CultureInfo.InvariantCulture)}");
        }

        return shown.Append(text.Length > LongestName ? "…" : "").ToString();
    }
}
