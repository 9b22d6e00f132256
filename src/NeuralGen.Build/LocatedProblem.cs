using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Import.Reading;

namespace NeuralGen.Build;

/// <summary>What is wrong with a network's file, and where: lines and columns count from 1.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Message">The words.</param>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
internal sealed record LocatedProblem(Rule Rule, string Message, int Line, int Column)
{
    /// <summary>Finds the line and the column of characters.</summary>
    public static LocatedProblem Of(Problem problem, string text, (int Start, int Length) characters)
    {
        (int line, int column) = TextPosition.Of(text, characters.Start);
        return new LocatedProblem(problem.Rule, problem.Message, line, column);
    }
}
