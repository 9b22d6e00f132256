using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Import.Reading;

namespace NeuralGen.Tool.Models;

/// <summary>The text of a <c>.nn.json</c> file.</summary>
/// <param name="Path">The file that messages name: its own, or that of the model that it was made of.</param>
/// <param name="Text">The text.</param>
/// <param name="IsOwn">Whether it is the file that messages name, so that lines mean something.</param>
internal sealed record NetworkSource(string Path, string Text, bool IsOwn)
{
    /// <summary>The file that examples were read from, where that is another.</summary>
    public NetworkSource? Tests { get; init; }

    /// <summary>How many characters of the first line stand before what the file holds.</summary>
    public int Before { get; init; }

    /// <summary>A problem as a line, with its place in the file.</summary>
    public string Line(Problem problem)
    {
        if (Tests is { } tests && problem.Place.Length is null && problem.Place.Steps().FirstOrDefault()?.KeyName == "tests")
        {
            return tests.Line(problem);
        }

        string severity = problem.Rule.Severity == Severity.Error ? "error" : problem.Rule.Severity == Severity.Warning ? "warning" : "note";
        if (!IsOwn)
        {
            return $"{Path}: {severity} {problem.Rule.Id}: {problem.Message}";
        }

        (int line, int column) = TextPosition.Of(Text, PlaceInFile.Find(JsonDocument.TryParse(Text, out _), problem.Place).Start);
        column -= line == 1 ? Math.Min(Before, column - 1) : 0;
        return FormattableString.Invariant($"{Path}({line},{column}): {severity} {problem.Rule.Id}: {problem.Message}");
    }
}
