using System.Reflection;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Tests.Standard;

namespace NeuralGen.Import.Tests.Runtime;

/// <summary>Runs models as networks, and compares with their tools and with ONNX Runtime.</summary>
internal static class RuntimeRun
{
    private const double Tolerance = 1e-4;

    /// <summary>Networks compute with 32 bits where a model says 16.</summary>
    private const double HalfTolerance = 5e-3;
    private const int RandomRuns = 3;

    /// <summary>Imports, compiles and compares; each test ends.</summary>
    /// <returns>The largest errors of those that ran.</returns>
    public static List<string> Of(PreparedTest[] tests)
    {
        foreach (PreparedTest test in tests)
        {
            try
            {
                test.Prepare();
                if (test.Result is null && test.Passed.Length < test.Kinds.Inputs.Length)
                {
                    test.End(StandardOutcome.Refused, "it asks for constants");
                }
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                test.End(StandardOutcome.Crashed, exception.ToString());
            }
        }

        List<PreparedTest> sound = [.. tests.Where(test => test.Result is null)];
        Assembly? assembly = StandardProject.Compile(sound);
        List<string> report = [];
        foreach (PreparedTest test in sound)
        {
            try
            {
                report.Add(Compare(test, assembly!));
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                test.End(StandardOutcome.Crashed, exception.ToString());
            }
        }

        return report;
    }

    private static string Compare(PreparedTest test, Assembly assembly)
    {
        double tool = 0;
        foreach (string data in test.Test.DataSets)
        {
            Literal[] expected = StandardTest.Tensors(data, "output")!;
            tool = Math.Max(tool, Difference(expected, StandardRun.Outputs(test, assembly, StandardTest.Tensors(data, "input")!, expected)));
        }

        string runtime = "unused";
        double oracle = 0;
        if (RuntimeOracle.Missing.Length == 0)
        {
            using RuntimeOracle model = new(test.Test.Model);
            if (model.GivesTensors)
            {
                Literal[] example = StandardTest.Tensors(test.Test.DataSets[0], "input")!;
                Random random = new(test.Test.Name.Length);
                for (int i = 0; i < RandomRuns; i++)
                {
                    Literal[] inputs = [.. example.Select(input => RandomInput.Like(input, random))];
                    IReadOnlyList<Literal> expected = model.Run(inputs);
                    oracle = Math.Max(oracle, Difference(expected, StandardRun.Outputs(test, assembly, inputs, expected)));
                }

                runtime = FormattableString.Invariant($"{oracle:E1}");
            }
        }

        bool isRight = Math.Max(tool, oracle) <= (test.Test.Name.Contains("/half_", StringComparison.Ordinal) ? HalfTolerance : Tolerance);
        test.End(
            isRight ? StandardOutcome.Passed : StandardOutcome.Wrong,
            isRight ? "" : FormattableString.Invariant($"off by {tool:E1} from its tool, {runtime} from ONNX Runtime"));
        return FormattableString.Invariant($"{test.Test.Name}\t{tool:E1}\t{runtime}");
    }

    private static double Difference(IReadOnlyList<Literal> expected, Array[] found) =>
        expected.Select((values, i) => RuntimeComparison.Difference(values, found[i])).DefaultIfEmpty(0).Max();
}
