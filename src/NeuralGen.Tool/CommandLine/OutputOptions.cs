using System.CommandLine;

namespace NeuralGen.Tool.CommandLine;

/// <summary>What every command knows of the way it answers.</summary>
internal sealed class OutputOptions
{
    /// <summary>Whether the answer is one JSON document.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Write one JSON document to standard output; progress goes to standard error" };

    /// <summary>Whether only the answer and errors are written.</summary>
    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Write the answer and errors only: no progress, no remarks" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(Json);
        command.Add(Quiet);
    }

    /// <summary>The terminal as they ask for it.</summary>
    public Output.Terminal Terminal(ParseResult parsed) => new(parsed.GetValue(Json), parsed.GetValue(Quiet));
}
