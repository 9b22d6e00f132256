using Spectre.Console;

namespace NeuralGen.Tool.Output;

/// <summary>Where a command writes: its answer to standard output, all else to standard error.</summary>
/// <param name="isJson">Whether the answer is one JSON document.</param>
/// <param name="isQuiet">Whether remarks and progress are left out.</param>
internal sealed class Terminal(bool isJson, bool isQuiet)
{
    private const int PipeWidth = 240;

    private readonly Lazy<IAnsiConsole> _output = new(() => Create(Console.Out, Console.IsOutputRedirected));
    private readonly Lazy<IAnsiConsole> _error = new(() => Create(Console.Error, Console.IsErrorRedirected));

    /// <summary>Whether the answer is one JSON document.</summary>
    public bool IsJson => isJson;

    /// <summary>Whether remarks and progress are left out.</summary>
    public bool IsQuiet => isQuiet;

    /// <summary>Standard output for people.</summary>
    public IAnsiConsole Answer => _output.Value;

    /// <summary>Standard error for people.</summary>
    public IAnsiConsole Aside => _error.Value;

    /// <summary>Whether there is somebody to see something move.</summary>
    public bool ShowsProgress => !isQuiet && !Console.IsErrorRedirected;

    /// <summary>Writes a line to standard error, unless it is asked for quiet.</summary>
    public void Remark(string line)
    {
        if (!isQuiet)
        {
            Console.Error.WriteLine(line);
        }
    }

    /// <summary>Writes a line of the answer for people; a JSON document has it in its own way.</summary>
    public void Line(string line)
    {
        if (!isJson)
        {
            Console.Out.WriteLine(line);
        }
    }

    private static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        // No colour in files, in pipes, and where NO_COLOR asks for none.
        bool isPlain = isRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (isRedirected)
        {
            console.Profile.Width = PipeWidth;
        }

        return console;
    }
}
