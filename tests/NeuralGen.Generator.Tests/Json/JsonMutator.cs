namespace NeuralGen.Generator.Tests.Json;

/// <summary>Damages texts: deletes, inserts, replaces, moves and cuts off characters.</summary>
internal sealed class JsonMutator(int seed)
{
    private static readonly string[] Insertions =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "/", "*", "//", "/*", "*/", "\\u", "\\u12", "\\ud83d", "\\x",
        "0", "1", "00", "-", "+", ".", "e", "E5", "e+", "true", "nul", "t", "N", "'", " ", "\n", "\r", "\t",
        "\0", "\u001f", "\u007f", "\u00a0", "\u2028", "\ufeff", "é", "😀", "\ud83d", "\ude00",
        "\"a\":", "[]", "{}", "\"\"",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The text with one to three random changes.</summary>
    public string Mutate(string text)
    {
        for (int changes = _random.Next(1, 4); changes > 0; changes--)
        {
            text = MutateOnce(text);
        }

        return text;
    }

    private string MutateOnce(string text)
    {
        int position = _random.Next(text.Length + 1);
        string rest = text[position..];
        string insertion = Insertions[_random.Next(Insertions.Length)];
        return _random.Next(16) switch
        {
            0 => text[..position],
            1 => rest,
            <= 5 when rest.Length > 0 => text.Remove(position, 1),
            <= 8 when rest.Length > 0 => text[..position] + insertion + rest[1..],
            9 when rest.Length > 1 => text[..position] + rest[1] + rest[0] + rest[2..],
            _ => text.Insert(position, insertion),
        };
    }
}
