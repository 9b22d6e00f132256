using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using NeuralGen.Tool.Commands;

namespace NeuralGen.Tool.CommandLine;

/// <summary>Help with examples, since these are what people look for.</summary>
/// <param name="help">Writes all else.</param>
internal sealed class ExampleHelp(HelpAction help) : SynchronousCommandLineAction
{
    private const int Width = 110;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        // The same text wherever it is read: in a window, in a pipe and on the page that is made of it.
        help.MaxWidth = Width;
        TextWriter output = parseResult.InvocationConfiguration.Output;
        using StringWriter text = new() { NewLine = "\n" };
        parseResult.InvocationConfiguration.Output = text;
        int code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        string[] lines = [.. text.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())];
        output.WriteLine(string.Join('\n', lines).TrimEnd().Replace("NeuralGen.Tool", RootBuilder.ToolName, StringComparison.Ordinal));
        ToolCommand? command = ToolCommand.All.FirstOrDefault(command => command.Name == parseResult.CommandResult.Command.Name);
        IReadOnlyList<string> notes = command?.Notes ?? [];
        if (notes.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("Notes:");
        }

        foreach (string note in notes)
        {
            output.WriteLine($"  {note}");
        }

        output.WriteLine();
        output.WriteLine("Examples:");
        foreach (string example in command?.Examples ?? ToolCommand.All.Select(command => command.Examples[0]))
        {
            output.WriteLine($"  {example}");
        }

        return code;
    }
}
