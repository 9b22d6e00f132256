using NeuralGen.Import.Tests.Models;
using Xunit.Abstractions;

namespace NeuralGen.Import.Tests.Standard;

/// <summary>
/// The page of operators is what the catalogue and the standard's tests say. Where either is meant to change, the environment variable
/// NEURALGEN_OPERATORS=write writes it anew.
/// </summary>
public sealed class OperatorPageTests(ITestOutputHelper output)
{
    private static string Page => Path.Combine(SourceRoot.Path, OperatorPage.Path);

    [Fact]
    public void The_page_names_every_operator() => Assert.Equal(
        OperatorPage.Operators.Select(OperatorPage.Start),
        File.ReadAllLines(Page).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => string.Join("|", line.Split('|').Take(3)) + "|"));

    [Fact]
    public void The_page_counts_the_standards_tests()
    {
        IReadOnlyList<StandardTest> tests = StandardTest.All();
        if (tests.Count == 0)
        {
            output.WriteLine($"Skipped: the package libonnx-testdata is not installed ({StandardTest.Root}).");
            return;
        }

        string text = OperatorPage.Write(tests, Names("Refused.txt"), Names("Skipped.txt"));
        if (Environment.GetEnvironmentVariable("NEURALGEN_OPERATORS") == "write")
        {
            File.WriteAllText(Page, text);
        }

        Assert.Equal(text, File.ReadAllText(Page));
    }

    private static HashSet<string> Names(string list) => [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Standard", list)).Select(line => line.Split('\t')[0])];
}
