namespace RowScorer;

/// <summary>What the command line says.</summary>
/// <param name="Input">The file to read, or - for standard input.</param>
/// <param name="Output">The file to write, or - for standard output.</param>
/// <param name="MarksErrors">Whether a bad line is answered with a marker; otherwise it ends the program.</param>
/// <param name="Appends">Whether an answer begins with the line that it answers.</param>
internal sealed record Settings(string Input, string Output, bool MarksErrors, bool Appends)
{
    public const string Usage = "RowScorer [--input FILE|-] [--output FILE|-] [--on-error stop|mark] [--append]";

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="FormatException">There is one that has no meaning.</exception>
    public static Settings Parse(string[] arguments)
    {
        Settings settings = new("-", "-", false, false);
        Queue<string> rest = new(arguments);
        while (rest.TryDequeue(out string? name))
        {
            settings = name switch
            {
                "--input" => settings with { Input = Value(name, rest) },
                "--output" => settings with { Output = Value(name, rest) },
                "--append" => settings with { Appends = true },
                "--on-error" => Value(name, rest) switch
                {
                    "stop" => settings with { MarksErrors = false },
                    "mark" => settings with { MarksErrors = true },
                    string other => throw new FormatException($"--on-error is stop or mark, not '{other}'."),
                },
                _ => throw new FormatException($"There is no option '{name}'."),
            };
        }

        return settings;
    }

    private static string Value(string name, Queue<string> rest) =>
        rest.TryDequeue(out string? value) && value.Length > 0 ? value : throw new FormatException($"{name} has no value.");
}
