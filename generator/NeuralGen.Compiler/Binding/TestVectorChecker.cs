using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding;

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
            if (inputSize is { } inputs && tests[i].Input is { } input && input.Count != inputs)
            {
                problems.Report(ShapeRules.TestLength, place.Key("input"), i, network, Texts.Count(input.Count, "input value"), Texts.Count(inputs, "input"));
            }

            if (outputSize is { } outputs && tests[i].Output is { } output && output.Count != outputs)
            {
                problems.Report(ShapeRules.TestLength, place.Key("output"), i, network, Texts.Count(output.Count, "output value"), Texts.Count(outputs, "output"));
            }

            if (tests[i].Tolerance is { } tolerance && !(tolerance >= 0))
            {
                problems.Report(WeightRules.OutOfRange, place.Key("tolerance"), $"'tolerance' of test {i}", Texts.Number(tolerance), "0 or more");
            }
        }
    }
}
