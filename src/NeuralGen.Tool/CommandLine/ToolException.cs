namespace NeuralGen.Tool.CommandLine;

/// <summary>Ends a command with messages for whoever called it, and no trace of where in the tool.</summary>
/// <param name="messages">What is wrong, a line each.</param>
internal sealed class ToolException(params IReadOnlyList<string> messages) : Exception(string.Join('\n', messages))
{
    /// <summary>What is wrong, a line each.</summary>
    public IReadOnlyList<string> Messages { get; } = messages;

    /// <summary>How the process ends.</summary>
    public int ExitCode { get; init; } = ExitCodes.Bad;

    /// <summary>An exception for a command line that cannot be meant.</summary>
    public static ToolException Usage(string message) => new(message) { ExitCode = ExitCodes.Usage };
}
