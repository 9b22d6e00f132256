using System.Reflection;
using System.Text.Json.Nodes;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Gradients;

/// <summary>Activations with their arguments, and their derivatives, against PyTorch, in every shape of code.</summary>
public class ActivationFixtureTests
{
    [Theory]
    [InlineData("single", "unrolled", 2e-6)]
    [InlineData("single", "auto", 2e-6)]
    [InlineData("single", "vectorized", 2e-6)]
    [InlineData("double", "unrolled", 1e-14)]
    [InlineData("double", "vectorized", 1e-14)]
    public void Values_and_derivatives_are_those_of_PyTorch(string precision, string emission, double tolerance)
    {
        JsonNode fixture = JsonNode.Parse(File.ReadAllText(Path.Combine(SourceFolder.Root, "tests", "fixtures", "pytorch", "activations.json")))!;
        double[] inputs = Numbers(fixture["inputs"]!);
        JsonArray cases = fixture["cases"]!.AsArray();
        GeneratorHost host = new();
        for (int i = 0; i < cases.Count; i++)
        {
            // Behind a dense layer that changes nothing, and by itself.
            string activation = cases[i]!["activation"]!.ToJsonString();
            string identity = string.Join(", ", inputs.Select((_, row) => $"[{string.Join(", ", inputs.Select((_, column) => row == column ? 1 : 0))}]"));
            string Network(string layer) => $$"""{ "inputs": {{inputs.Length}}, "precision": "{{precision}}", "emission": "{{emission}}", "layers": [ { {{layer}}, "activation": {{activation}} } ] }""";
            host.File($"Dense{i}.nn.json", Network($"\"type\": \"dense\", \"weights\": [{identity}]"));
            host.File($"Alone{i}.nn.json", Network("\"type\": \"activation\""));
        }

        Assembly assembly = host.Run().Load();
        for (int i = 0; i < cases.Count; i++)
        {
            foreach (string kind in new[] { "Dense", "Alone" })
            {
                CompiledNetwork network = new(assembly.GetType($"Project.{kind}{i}", throwOnError: true)!);
                string what = $"{kind} {cases[i]!["activation"]!.ToJsonString()}";
                double[] values = Numbers(cases[i]!["values"]!);
                Close(what, values, network.Predict(inputs), tolerance);
                double[] rows = [.. Enumerable.Range(0, 19).SelectMany(_ => inputs)];
                Close(what + " in a batch", [.. Enumerable.Range(0, 19).SelectMany(_ => values)], network.PredictBatch(rows), tolerance);
                Close(what + " jacobian", [.. cases[i]!["jacobian"]!.AsArray().SelectMany(row => Numbers(row!))], network.InputJacobian(inputs), tolerance);
            }
        }
    }

    private static double[] Numbers(JsonNode list) => [.. list.AsArray().Select(value => value!.GetValue<double>())];

    private static void Close(string what, double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])), $"{what}, {i}: {actual[i]:R} instead of {expected[i]:R}");
        }
    }
}
