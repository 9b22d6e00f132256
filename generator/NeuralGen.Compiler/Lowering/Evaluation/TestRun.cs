using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Evaluation;

/// <summary>Runs the examples that a file gives for its network, as the generated code would.</summary>
internal static class TestRun
{
    /// <summary>How far, relative to the larger of 1 and the value, machines differ in vectorised functions and in the order of sums.</summary>
    private const double MachineDifference = 16.0 / (1 << 24);

    /// <summary>The widths of vectors that machines have, the most common first. Where a program will run is not known to its build, so
    /// a test is met when the code meets it on machines of one of them.</summary>
    private static readonly int[] Widths = [8, 16, 4];

    /// <summary>Evaluates the examples and reports those that the network does not reproduce.</summary>
    /// <param name="bound">The network and its examples.</param>
    /// <param name="hasVectors">Whether the runtime library computes with hardware vectors.</param>
    /// <param name="problems">Where to report.</param>
    /// <param name="cancellationToken">Stops the evaluation.</param>
    public static void Report(BoundNetwork bound, bool hasVectors, ProblemList problems, CancellationToken cancellationToken)
    {
        if (bound.Network is not { IsDeclared: true } network || bound.Tests.Count == 0)
        {
            return;
        }

        Rounding rounding = new(network.Precision);
        Program program = Lowerer.Lower(network, hasVectors);
        ProgramEvaluator code = new(program, hasVectors);
        IReadOnlyList<ProgramEvaluator> machines = code.IsExact || !hasVectors || network.Precision == Precision.Double
            ? [code]
            : [.. Widths.Select(lanes => new ProgramEvaluator(program, hasVectors, lanes))];
        double slack = code.IsExact || network.Precision == Precision.Double ? 0 : MachineDifference;
        double standard = network.Precision == Precision.Double ? 1e-9 : 1e-5;
        for (int i = 0; i < bound.Tests.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TestVector test = bound.Tests[i];
            double tolerance = test.Tolerance ?? standard;
            double[] expected = [.. test.Output!.ToArray().Select(value => Representable(value, rounding))];
            double[] input = test.Input!.ToArray();
            if (test.Tolerance > standard && machines.All(machine => FirstFailure(machine.Predict(input), expected, standard) < 0))
            {
                problems.Report(
                    PlausibilityRules.UnusedTolerance, Place.File.Key("tests").At(i).Key("tolerance"), i, network.Name, Texts.Number(standard), Texts.Number(tolerance));
            }

            double[] actual = code.Predict(input);
            int failed = FirstFailure(actual, expected, tolerance + slack);
            if (failed >= 0 && machines.Skip(1).Any(machine => FirstFailure(machine.Predict(input), expected, tolerance + slack) < 0))
            {
                continue;
            }

            if (failed >= 0)
            {
                ReportFailure(network, test, i, failed, actual[failed], tolerance, problems);
            }
        }
    }

    /// <summary>The first output that is not as expected, or -1.</summary>
    private static int FirstFailure(double[] actual, double[] expected, double tolerance) =>
        Enumerable.Range(0, actual.Length).Where(i => !IsClose(actual[i], expected[i], tolerance)).DefaultIfEmpty(-1).First();

    private static void ReportFailure(Network network, TestVector test, int index, int output, double actual, double tolerance, ProblemList problems)
    {
        double expected = test.Output![output];
        problems.Report(
            WeightRules.TestFailed,
            Place.File.Key("tests").At(index).Key("output").At(output),
            index,
            network.Name,
            network.OutputNames.Count > 0 ? network.OutputNames[output] : $"{output}",
            Texts.Number(actual, network.Precision),
            Texts.Number(expected),
            Texts.RoundedNumber(Math.Abs(actual - expected)),
            Texts.RoundedNumber(tolerance * Math.Max(1, Math.Abs(expected))),
            Hint(network, test, output, tolerance));
    }

    /// <summary>What to add where the numbers are right and only their precision is not enough.</summary>
    private static string Hint(Network network, TestVector test, int output, double tolerance)
    {
        double exact = network.Precision == Precision.Double ? double.NaN : Interpreter.Predict(network, test.Input!.ToArray())[output];
        return IsClose(exact, test.Output![output], tolerance)
            ? $"; in double precision it would be {Texts.RoundedNumber(exact)}"
            : "";
    }

    /// <summary>The expected value as the precision has it; one beyond its range stays what it is, and is never met.</summary>
    private static double Representable(double value, Rounding rounding) => double.IsInfinity(rounding.Of(value)) ? value : rounding.Of(value);

    /// <summary>Whether a value is as expected; the tolerance is relative where the expected value is above 1. NaN is NaN.</summary>
    private static bool IsClose(double actual, double expected, double tolerance) =>
        actual.Equals(expected) || Math.Abs(actual - expected) <= tolerance * Math.Max(1, Math.Abs(expected));
}
