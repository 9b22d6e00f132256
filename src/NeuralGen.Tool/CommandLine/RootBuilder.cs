using System.CommandLine;
using System.CommandLine.Help;
using NeuralGen.Tool.Commands;

namespace NeuralGen.Tool.CommandLine;

/// <summary>Puts the command line together.</summary>
internal static class RootBuilder
{
    /// <summary>What the tool is called by.</summary>
    public const string ToolName = "neuralgen";

    /// <summary>The commands with what each is for.</summary>
    public static RootCommand Build()
    {
        RootCommand root = new("Looks at, converts, verifies, measures, trains and reports neural networks, and predicts with code compiled from them.");
        foreach (ToolCommand command in ToolCommand.All)
        {
            root.Add(command.Build());
        }

        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExampleHelp((HelpAction)help.Action!);
        return root;
    }
}
