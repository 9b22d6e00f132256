using NeuralGen.Compiler.Diagnostics;

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
        int line = 1;
        int begin = 0;
        for (int i = 0; i < characters.Start; i++)
        {
            bool isEnd = text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
            (line, begin) = isEnd ? (line + 1, i + 1) : (line, begin);
        }

        return new LocatedProblem(problem.Rule, problem.Message, line, characters.Start - begin + 1);
    }
}
