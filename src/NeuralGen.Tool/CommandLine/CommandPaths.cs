using System.CommandLine.Parsing;

namespace NeuralGen.Tool.CommandLine;

/// <summary>The names by which a command is called.</summary>
internal static class CommandPaths
{
    /// <summary>The tool's name and those of the commands down to this one.</summary>
    public static IEnumerable<string> PathOfCommands(this CommandResult command) =>
        command.Parent is CommandResult parent ? parent.PathOfCommands().Append(command.Command.Name) : [RootBuilder.ToolName];
}
