using NeuralGen.Compiler.Declarations.Tests;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding;

/// <summary>Checks the examples that a file gives for its network.</summary>
internal static class TestVectorChecker
{
    /// <summary>Reports examples with a wrong number of values, and those that name other tensors than the network has.</summary>
    /// <param name="network">The network's name.</param>
    /// <param name="tests">The examples.</param>
    /// <param name="inputs">The network's inputs.</param>
    /// <param name="outputs">The network's outputs; none where a mistake hides them.</param>
    /// <param name="haveSteps">Whether an example is a list of steps from the beginning.</param>
    /// <param name="isFileSound">Whether the file could be read, so that what is not there was left out.</param>
    /// <param name="problems">Where to report.</param>
    public static void Check(
        string network, EquatableArray<TestVector> tests, EquatableArray<Port> inputs, EquatableArray<Port> outputs, bool haveSteps, bool isFileSound, ProblemList problems)
    {
        for (int i = 0; i < tests.Count; i++)
        {
            Place place = Place.File.Key("tests").At(i);
            // The first tensor says how many steps there are.
            int steps = haveSteps ? Steps(tests[i], inputs, outputs) : 1;
            foreach ((EquatableArray<TestTensor> tensors, EquatableArray<Port> ports, string noun) in new[] { (tests[i].Inputs, inputs, "input"), (tests[i].Outputs, outputs, "output") })
            {
                if (tensors.Count == 0 && ports.Count > 0 && isFileSound)
                {
                    problems.Report(ShapeRules.TestLength, place.Key(noun), i, network, $"no {noun} '{ports[0].Name}'", Texts.Count(ports.Count, noun));
                }
                else
                {
                    CheckTensors(network, i, tensors, ports, steps, noun, place.Key(noun), problems);
                }
            }

            if (tests[i].Tolerance is { } tolerance && !(tolerance >= 0))
            {
                problems.Report(WeightRules.OutOfRange, place.Key("tolerance"), $"'tolerance' of test {i}", Texts.Number(tolerance), "0 or more");
            }
        }
    }

    /// <summary>The values of an example in the order of the network's inputs or outputs; both fit.</summary>
    public static double[][] InOrder(EquatableArray<TestTensor> tensors, EquatableArray<Port> ports) =>
        [.. ports.Select(port => (tensors.FirstOrDefault(tensor => tensor.Name == port.Name) ?? tensors[0]).Values!.ToArray())];

    /// <summary>How many steps an example has; 1 where that cannot be said.</summary>
    public static int Steps(TestVector test, EquatableArray<Port> inputs, EquatableArray<Port> outputs)
    {
        bool hasInputs = test.Inputs.Count > 0 && inputs.Count > 0;
        (EquatableArray<TestTensor> tensors, EquatableArray<Port> ports) = hasInputs ? (test.Inputs, inputs) : (test.Outputs, outputs);
        if (tensors.Count == 0 || ports.Count == 0)
        {
            return 1;
        }

        Port port = ports.FirstOrDefault(candidate => candidate.Name == tensors[0].Name) ?? ports[0];
        return port.Size > 0 && tensors[0].Values is { } values ? Math.Max(1, values.Count / port.Size) : 1;
    }

    private static void CheckTensors(
        string network, int test, EquatableArray<TestTensor> tensors, EquatableArray<Port> ports, int steps, string noun, Place place, ProblemList problems)
    {
        if (tensors.Count == 0 || ports.Count == 0)
        {
            return;
        }

        if (tensors.Count == 1 && tensors[0].Name is null)
        {
            if (ports.Count > 1)
            {
                problems.Report(ShapeRules.TestLength, place, test, network, $"one list for its {noun}", $"{Texts.Count(ports.Count, noun)}: {string.Join(", ", ports.Select(port => $"'{port.Name}'"))}, each of which it must name");
            }
            else
            {
                CheckValues(network, test, tensors[0], ports[0], steps, noun, place, problems);
            }

            return;
        }

        foreach (TestTensor tensor in tensors)
        {
            if (ports.FirstOrDefault(port => port.Name == tensor.Name) is { } port)
            {
                CheckValues(network, test, tensor, port, steps, noun, place.Key(tensor.Name!), problems);
            }
            else
            {
                problems.Report(
                    ShapeRules.TestLength, place.Key(tensor.Name!), test, network, $"an {noun} '{tensor.Name}'", $"{string.Join(", ", ports.Select(other => $"'{other.Name}'"))}{Suggestion.For(tensor.Name!, ports.Select(other => other.Name))}");
            }
        }

        if (tensors.Any(tensor => ports.All(port => port.Name != tensor.Name)))
        {
            // One that is missing may be the one of an unknown name.
            return;
        }

        foreach (Port port in ports.Where(port => tensors.All(tensor => tensor.Name != port.Name)))
        {
            problems.Report(ShapeRules.TestLength, place, test, network, $"no {noun} '{port.Name}'", Texts.Count(ports.Count, noun));
        }
    }

    private static void CheckValues(string network, int test, TestTensor tensor, Port port, int steps, string noun, Place place, ProblemList problems)
    {
        if (tensor.Values is not { } values || port.Shape is not { } shape)
        {
            return;
        }

        if (values.Count != steps * shape.Count)
        {
            string name = tensor.Name is null ? "" : $" for '{tensor.Name}'";
            string needed = (steps > 1 ? $"{steps} steps of " : "") + Texts.Count(shape.Size, tensor.Name is null ? noun : "value") + name;
            problems.Report(ShapeRules.TestLength, place, test, network, Texts.Count(values.Count, $"{noun} value") + name, needed);
            return;
        }

        for (int i = 0; i < values.Count; i++)
        {
            if (!double.IsNaN(values[i]) && !port.Type.Holds(values[i]))
            {
                problems.Report(ShapeRules.TestLength, place.At(i), test, network, $"the value {Texts.Number(values[i])}", $"elements of type '{ElementTypes.Name(port.Type)}' there");
                return;
            }
        }
    }
}
