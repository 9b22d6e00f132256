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
    /// <summary>A problem as a line, with its place in the file.</summary>
    public string Line(Problem problem)
    {
        string severity = problem.Rule.Severity == Severity.Error ? "error" : problem.Rule.Severity == Severity.Warning ? "warning" : "note";
        if (!IsOwn)
        {
            return $"{Path}: {severity} {problem.Rule.Id}: {problem.Message}";
        }

        (int line, int column) = TextPosition.Of(Text, PlaceInFile.Find(JsonDocument.TryParse(Text, out _), problem.Place).Start);
        return FormattableString.Invariant($"{Path}({line},{column}): {severity} {problem.Rule.Id}: {problem.Message}");
    }
}
