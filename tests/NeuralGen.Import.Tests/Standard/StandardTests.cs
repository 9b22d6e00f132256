using System.Reflection;
using NeuralGen.Generator.Tests.Hosting;
using Xunit.Abstractions;

namespace NeuralGen.Import.Tests.Standard;

/// <summary>
/// The ONNX standard's own tests, through import, generator, compiler and program. None may be wrong or crash; those that the build refuses
/// stand in Refused.txt, with its reason when they were written down, so that a change which loses one is seen; those whose tensors cannot be
/// passed stand in Skipped.txt. The page of operators counts by both lists. The environment variable
/// NEURALGEN_STANDARD_TESTS selects tests by a part of their names, NEURALGEN_STANDARD_REPORT names a file for all results.
/// </summary>
public sealed class StandardTests(ITestOutputHelper output)
{
    private const int Networks = 40;
    private const int Share = 8;

    [Fact]
    public void Every_model_computes_what_the_standard_says_or_is_refused()
    {
        IReadOnlyList<StandardTest> all = StandardTest.All();
        if (all.Count == 0)
        {
            output.WriteLine($"Skipped: the package libonnx-testdata is not installed ({StandardTest.Root}).");
            return;
        }

        string? filter = Environment.GetEnvironmentVariable("NEURALGEN_STANDARD_TESTS");
        PreparedTest[] tests = [.. all.Select((test, i) => new PreparedTest(test, i)).Where((test, i) => filter is null ? TestShare.Includes(i, 3, Share) : test.Test.Name.Contains(filter, StringComparison.Ordinal))];
        foreach (PreparedTest[] chunk in tests.Chunk(Networks))
        {
            Run(chunk);
        }

        StandardResult[] results = [.. tests.Select(test => test.Result!)];
        foreach (IGrouping<StandardOutcome, StandardResult> group in results.GroupBy(result => result.Outcome))
        {
            output.WriteLine($"{group.Key}: {group.Count()}");
        }

        if (Environment.GetEnvironmentVariable("NEURALGEN_STANDARD_REPORT") is { Length: > 0 } report)
        {
            File.WriteAllLines(report, results.Select(result => result.ToString()));
        }

        Assert.Empty(results.Where(result => result.Outcome is StandardOutcome.Wrong or StandardOutcome.Crashed).Select(result => result.ToString()));
        Assert.Empty(Unexpected(results, StandardOutcome.Refused, "Refused.txt"));
        Assert.Empty(Unexpected(results, StandardOutcome.Skipped, "Skipped.txt"));
    }

    /// <summary>Results of a kind that its list does not have.</summary>
    private static IEnumerable<string> Unexpected(StandardResult[] results, StandardOutcome outcome, string list)
    {
        HashSet<string> expected = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Standard", list)).Select(line => line.Split('\t')[0])];
        return results.Where(result => result.Outcome == outcome && !expected.Contains(result.Test)).Select(result => result.ToString());
    }

    private static void Run(PreparedTest[] tests)
    {
        foreach (PreparedTest test in tests)
        {
            try
            {
                test.Prepare();
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                test.End(StandardOutcome.Crashed, exception.ToString());
            }
        }

        List<PreparedTest> sound = [.. tests.Where(test => test.Result is null)];
        Assembly? assembly = StandardProject.Compile(sound);
        foreach (PreparedTest test in sound)
        {
            StandardRun.Run(test, assembly!);
        }
    }
}
