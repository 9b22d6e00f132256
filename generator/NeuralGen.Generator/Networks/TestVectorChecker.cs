using NeuralGen.Generator.Diagnostics;

namespace NeuralGen.Generator.Networks;

/// <summary>Checks the examples that a file gives for its network.</summary>
internal static class TestVectorChecker
{
    /// <summary>Reports examples with a wrong number of values.</summary>
    /// <param name="network">The network's name.</param>
    /// <param name="tests">The examples.</param>
    /// <param name="inputSize">The number of inputs; null when a mistake hides it.</param>
    /// <param name="outputSize">The number of outputs; null when a mistake hides it.</param>
    /// <param name="problems">Where to report.</param>
    public static void CheckLengths(
        string network, EquatableArray<TestVector> tests, int? inputSize, int? outputSize, ProblemList problems)
    {
        for (int i = 0; i < tests.Count; i++)
        {
            Place place = Place.File.Key("tests").At(i);
            if (inputSize is { } inputs && tests[i].Input.Count != inputs)
            {
                problems.Report(ShapeRules.TestLength, place.Key("input"), i, network, Texts.Count(tests[i].Input.Count, "input value"), Texts.Count(inputs, "input"));
            }

            if (outputSize is { } outputs && tests[i].Output.Count != outputs)
            {
                problems.Report(ShapeRules.TestLength, place.Key("output"), i, network, Texts.Count(tests[i].Output.Count, "output value"), Texts.Count(outputs, "output"));
            }

            if (tests[i].Tolerance is { } tolerance && !(tolerance >= 0))
            {
                problems.Report(WeightRules.OutOfRange, place.Key("tolerance"), $"'tolerance' of test {i}", Texts.Number(tolerance), "0 or more");
            }
        }
    }

    /// <summary>Evaluates the examples and reports those that the network does not reproduce.</summary>
    /// <param name="bound">The network and its examples.</param>
    /// <param name="problems">Where to report.</param>
    /// <param name="cancellationToken">Stops the evaluation.</param>
    public static void Run(BoundNetwork bound, ProblemList problems, CancellationToken cancellationToken)
    {
        if (bound.Network is not { IsDeclared: true } network)
        {
            return;
        }

        double standard = network.Precision == Precision.Double ? 1e-9 : 1e-5;
        for (int i = 0; i < bound.Tests.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TestVector test = bound.Tests[i];
            double tolerance = test.Tolerance ?? standard;
            double[] actual = Interpreter.Predict(network, test.Input.ToArray());
            if (test.Tolerance > standard && Enumerable.Range(0, actual.Length).All(j => IsClose(actual[j], test.Output[j], standard)))
            {
                problems.Report(
                    PlausibilityRules.UnusedTolerance, Place.File.Key("tests").At(i).Key("tolerance"), i, network.Name, Texts.Number(standard), Texts.Number(tolerance));
            }

            for (int j = 0; j < actual.Length; j++)
            {
                double expected = test.Output[j];
                double difference = Math.Abs(actual[j] - expected);
                double allowed = tolerance * Math.Max(1, Math.Abs(expected));
                if (!IsClose(actual[j], expected, tolerance))
                {
                    string output = network.OutputNames.Count > 0 ? network.OutputNames[j] : $"{j}";
                    problems.Report(
                        WeightRules.TestFailed,
                        Place.File.Key("tests").At(i).Key("output").At(j),
                        i,
                        network.Name,
                        output,
                        Texts.Number(actual[j]),
                        Texts.Number(expected),
                        Texts.RoundedNumber(difference),
                        Texts.RoundedNumber(allowed));
                    break;
                }
            }
        }
    }

    /// <summary>Whether a value is as expected; the tolerance is relative where the expected value is above 1. NaN is NaN.</summary>
    private static bool IsClose(double actual, double expected, double tolerance) =>
        actual.Equals(expected) || Math.Abs(actual - expected) <= tolerance * Math.Max(1, Math.Abs(expected));
}
