using System.CommandLine;

namespace NeuralGen.Tool.Commands;

/// <summary>A command of the tool.</summary>
internal abstract class ToolCommand
{
    /// <summary>All commands, in the order in which help lists them.</summary>
    public static IReadOnlyList<ToolCommand> All { get; } =
    [
        new InspectCommand(), new ConvertCommand(), new GenerateCommand(), new VerifyCommand(), new PredictCommand(), new BenchCommand(), new TrainCommand(),
        new ReportCommand(), new NewCommand(),
    ];

    /// <summary>The name.</summary>
    public abstract string Name { get; }

    /// <summary>What it does, in a sentence.</summary>
    public abstract string Description { get; }

    /// <summary>Command lines that show how it is called; the first one is the usual.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>What else one should know, a line each.</summary>
    public virtual IReadOnlyList<string> Notes => [];

    /// <summary>The command with its arguments and options.</summary>
    public abstract Command Build();
}
