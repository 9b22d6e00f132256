using NeuralGen.Import.Tests.Standard;
using Xunit.Abstractions;

namespace NeuralGen.Import.Tests.Runtime;

/// <summary>
/// Models that other tools wrote, through import, generator, compiler and program, against what those tools and ONNX Runtime compute. The
/// environment variable NEURALGEN_FIXTURES selects models by a part of their names, NEURALGEN_FIXTURES_REPORT names a file for the errors.
/// </summary>
public sealed class RuntimeTests(ITestOutputHelper output)
{
    private const int Networks = 42;

    [Theory]
    [InlineData("pytorch", 150)]
    [InlineData("sklearn", 42)]
    public void Every_model_computes_what_its_tool_and_ONNX_Runtime_compute(string tool, int atLeast)
    {
        IReadOnlyList<StandardTest> all = Fixture.Of(tool);
        Assert.True(all.Count >= atLeast, $"There are {all.Count} models.");
        string? filter = Environment.GetEnvironmentVariable("NEURALGEN_FIXTURES");
        PreparedTest[] tests = [.. all.Select((test, i) => new PreparedTest(test, i)).Where(test => filter is null || test.Test.Name.Contains(filter, StringComparison.Ordinal))];
        List<string> report = [];
        foreach (PreparedTest[] chunk in tests.Chunk(Networks))
        {
            report.AddRange(RuntimeRun.Of(chunk));
        }

        foreach (string line in report)
        {
            output.WriteLine(line);
        }

        if (Environment.GetEnvironmentVariable("NEURALGEN_FIXTURES_REPORT") is { Length: > 0 } file)
        {
            File.AppendAllLines(file, report.Concat(tests.Select(test => test.Result!.ToString())));
        }

        Assert.Empty(tests.Where(test => test.Result!.Outcome != StandardOutcome.Passed).Select(test => test.Result!.ToString()));
    }
}
