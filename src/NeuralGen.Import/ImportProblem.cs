using System.Globalization;
using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.Import;

/// <summary>What stands against an import.</summary>
/// <param name="Rule">The rule that the model breaks.</param>
/// <param name="Message">The words.</param>
internal sealed record ImportProblem(Rule Rule, string Message)
{
    /// <summary>The file that it is in, where that is not the model.</summary>
    public string File { get; init; } = "";

    /// <summary>The line in that file, from 1; 0 where none is known.</summary>
    public int Line { get; init; }

    /// <summary>The column in that line, from 1; 0 where none is known.</summary>
    public int Column { get; init; }

    /// <summary>A problem with the rule's words. Names of a model may have any characters: those that a terminal would obey are spelled.</summary>
    public static ImportProblem Of(Rule rule, params object[] arguments) => new(rule, Texts.Visible(string.Format(CultureInfo.InvariantCulture, rule.Message, arguments)));
}
