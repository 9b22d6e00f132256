using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Declarations.Tests;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
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
    /// <param name="isFileEnough">Whether the file alone makes the network: the task that reads the weights knows no attributes.</param>
    public static void Report(BoundNetwork bound, bool hasVectors, ProblemList problems, CancellationToken cancellationToken, Func<bool>? isFileEnough = null)
    {
        if (bound.Network is not { IsDeclared: true } network || bound.Tests.Count == 0)
        {
            return;
        }

        if (network.HasStoredNumbers)
        {
            // The task has the weights, and runs them.
            if (isFileEnough?.Invoke() != true)
            {
                problems.Report(
                    WeightRules.TestsNotRun,
                    Place.File.Key("tests"),
                    network.Name,
                    bound.Tests.Count,
                    "the compiler does not know its weights, and what reads these from the weights file knows the network's file alone, to which the type's attributes add");
            }

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
            double[][] inputs = TestVectorChecker.InOrder(test.Inputs, bound.Signature.Inputs);
            double[][] actual;
            try
            {
                actual = Predict(code, bound, test, inputs);
            }
            catch (DataIndexException index)
            {
                problems.Report(ShapeRules.TestLength, Place.File.Key("tests").At(i).Key("input"), i, network.Name, index.Found, index.Expected);
                continue;
            }

            double[][] expected = [.. TestVectorChecker.InOrder(test.Outputs, bound.Signature.Outputs).Select(values => Array.ConvertAll(values, value => Representable(value, rounding)))];
            if (test.Tolerance > standard && machines.All(machine => FirstFailure(Predict(machine, bound, test, inputs), expected, standard) is null))
            {
                problems.Report(
                    PlausibilityRules.UnusedTolerance, Place.File.Key("tests").At(i).Key("tolerance"), i, network.Name, Texts.Number(standard), Texts.Number(tolerance));
            }

            (int Port, int Index)? failed = FirstFailure(actual, expected, tolerance + slack);
            if (failed is not null && machines.Skip(1).Any(machine => FirstFailure(Predict(machine, bound, test, inputs), expected, tolerance + slack) is null))
            {
                continue;
            }

            if (failed is { } place)
            {
                ReportFailure(bound, test, i, place, actual[place.Port][place.Index], tolerance, problems);
            }
        }
    }

    /// <summary>What the code computes of an example: of a network with a state, step by step from the beginning.</summary>
    private static double[][] Predict(ProgramEvaluator code, BoundNetwork bound, TestVector test, double[][] inputs) => bound.IsStepwise
        ? new StepEvaluator(bound.Network!, code.Predict).Predict(inputs, TestVectorChecker.Steps(test, bound.Signature.Inputs, bound.Signature.Outputs))
        : code.Predict(inputs);

    /// <summary>The first value of an output that is not as expected, or null.</summary>
    private static (int Port, int Index)? FirstFailure(double[][] actual, double[][] expected, double tolerance)
    {
        for (int port = 0; port < actual.Length; port++)
        {
            for (int i = 0; i < actual[port].Length; i++)
            {
                if (!IsClose(actual[port][i], expected[port][i], tolerance))
                {
                    return (port, i);
                }
            }
        }

        return null;
    }

    private static void ReportFailure(BoundNetwork bound, TestVector test, int index, (int Port, int Index) failed, double actual, double tolerance, ProblemList problems)
    {
        Network network = bound.Network!;
        Port port = bound.Signature.Outputs[failed.Port];
        double expected = TestVectorChecker.InOrder(test.Outputs, bound.Signature.Outputs)[failed.Port][failed.Index];
        Place place = Place.File.Key("tests").At(index).Key("output");
        string position = $"{failed.Index}";
        Place values = test.Outputs[0].Name is null ? place : place.Key(port.Name);
        problems.Report(
            WeightRules.TestFailed,
            bound.IsStepwise ? values.At(failed.Index / port.Size).At(failed.Index % port.Size) : values.At(failed.Index),
            index,
            network.Name,
            bound.Signature.Outputs.Count > 1 ? $"{port.Name}[{position}]" : network.OutputNames.Count > failed.Index ? network.OutputNames[failed.Index] : position,
            Texts.Number(actual, network.Precision),
            Texts.Number(expected),
            Texts.RoundedNumber(Math.Abs(actual - expected)),
            Texts.RoundedNumber(tolerance * Math.Max(1, Math.Abs(expected))),
            Hint(network, TestVectorChecker.InOrder(test.Inputs, bound.Signature.Inputs), failed, expected, tolerance));
    }

    /// <summary>What to add where the numbers are right and only their precision is not enough.</summary>
    private static string Hint(Network network, double[][] inputs, (int Port, int Index) failed, double expected, double tolerance)
    {
        double exact = network.Precision == Precision.Double || network.States.Count > 0 ? double.NaN : Interpreter.Evaluate(network, inputs)[network.OutputTensors[failed.Port]][failed.Index];
        return IsClose(exact, expected, tolerance)
            ? $"; in double precision it would be {Texts.RoundedNumber(exact)}"
            : "";
    }

    /// <summary>The expected value as the precision has it; one beyond its range stays what it is, and is never met.</summary>
    private static double Representable(double value, Rounding rounding) => double.IsInfinity(rounding.Of(value)) ? value : rounding.Of(value);

    /// <summary>Whether a value is as expected; the tolerance is relative where the expected value is above 1. NaN is NaN.</summary>
    private static bool IsClose(double actual, double expected, double tolerance) =>
        actual.Equals(expected) || Math.Abs(actual - expected) <= tolerance * Math.Max(1, Math.Abs(expected));
}
