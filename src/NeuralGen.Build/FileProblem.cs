using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.Build;

/// <summary>What is wrong with a file.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Message">The words.</param>
internal sealed record FileProblem(Rule Rule, string Message)
{
    /// <summary>The file that it is in, where that is not the one that the item names.</summary>
    public string File { get; init; } = "";

    /// <summary>The line in that file, from 1; 0 where none is known.</summary>
    public int Line { get; init; }

    /// <summary>The column in that line, from 1; 0 where none is known.</summary>
    public int Column { get; init; }
}
