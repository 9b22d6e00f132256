using NeuralGen.Compiler.Declarations.Tests;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Compiler.Values;
using NeuralGen.Import.Reading;

namespace NeuralGen.Import.Testing;

/// <summary>Reads examples from a JSON file: the list that stands as <c>tests</c> in a network's own file.</summary>
internal static class TestFileReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="problems">Where to report.</param>
    /// <returns>The examples; those that have mistakes are reported.</returns>
    public static IReadOnlyList<FoundTest> Read(string path, List<ImportProblem> problems)
    {
        string text = File.ReadAllText(path);
        ProblemList found = new();
        EquatableArray<TestVector>? tests = null;
        int[] lines = [];
        if (JsonDocument.TryParse(text, out JsonError? error) is { } document)
        {
            // A network's own file has them under its key.
            JsonValue list = document.Root.Kind == JsonKind.Object && document.Root.TryGetMember("tests", out JsonValue member) ? member : document.Root;
            tests = TestReader.Read(new FileScope(found), list);
            lines = list.Kind == JsonKind.Array ? [.. Enumerable.Range(0, list.Count).Select(i => TextPosition.Of(text, list[i].Start).Line)] : [];
        }
        else
        {
            found.Report(FileRules.Malformed, Place.Characters(error!.Start, error.Length), error.Message.TrimEnd('.'));
        }

        foreach (Problem problem in found.Problems)
        {
            (int line, int column) = TextPosition.Of(text, problem.Place.Length is null ? 0 : problem.Place.Index);
            problems.Add(new ImportProblem(problem.Rule, problem.Message) { File = path, Line = line, Column = column });
        }

        return found.HasErrors || tests is not { } read ? [] : [.. read.Select((test, i) => new FoundTest(FormattableString.Invariant($"test {i}"), Tensors(test.Inputs), Tensors(test.Outputs), test.Tolerance, path, i < lines.Length ? lines[i] : 0))];
    }

    private static FoundTensor[] Tensors(EquatableArray<TestTensor> tensors) =>
        [.. tensors.Select(tensor => new FoundTensor(tensor.Name, tensor.Values!.ToArray(), null))];
}
