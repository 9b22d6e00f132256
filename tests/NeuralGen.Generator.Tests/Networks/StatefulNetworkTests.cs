using System.Globalization;
using System.Reflection;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Networks;

/// <summary>Networks that go step by step against the same networks over whole sequences.</summary>
public class StatefulNetworkTests
{
    /// <summary>Layers over [time, features] or [channels, time], the shape, and how many steps a call takes.</summary>
    public static TheoryData<string, int[], int, int> Networks => new()
    {
        { """{ "type": "lstm", "units": 5, "return_sequences": true, "weights": W[20,3], "recurrent_weights": W[20,5], "bias": W[20] }""", [8, 3], 1, 5 },
        { """{ "type": "gru", "units": 4, "return_sequences": true, "weights": W[12,3], "recurrent_weights": W[12,4], "bias": W[12], "recurrent_bias": W[12] }, { "type": "dense", "weights": W[2,4], "activation": "tanh" }""", [8, 3], 1, 2 },
        { """{ "type": "gru", "units": 18, "layers": 2, "linear_before_reset": false, "return_sequences": true, "weights": W[54,3], "recurrent_weights": W[54,18], "weights_l1": W[54,18], "recurrent_weights_l1": W[54,18] }""", [6, 3], 1, 18 },
        { """{ "type": "conv1d", "units": 4, "kernel": 3, "dilation": 2, "padding": "causal", "weights": W[4,2,3], "bias": W[4], "activation": "relu" }, { "type": "conv1d", "units": 2, "kernel": 2, "padding": "causal", "weights": W[2,4,2] }""", [2, 9], 1, 2 },
        { """{ "type": "conv1d", "units": 4, "kernel": 4, "stride": 2, "padding": [2, 0], "weights": W[4,2,4], "bias": W[4] }, { "type": "batch_normalization", "gamma": W[4], "beta": W[4], "mean": W[4], "variance": [1, 2, 3, 4] }, { "type": "activation", "activation": "relu" }, { "type": "average_pool1d", "kernel": 2 }""", [2, 24], 4, 4 },
        { """{ "type": "conv1d", "units": 4, "kernel": 3, "groups": 2, "padding": "causal", "weights": W[4,1,3] }, { "type": "transpose", "axes": [1, 0] }, { "type": "layer_normalization", "gamma": W[4], "beta": W[4] }, { "type": "lstm", "units": 3, "return_sequences": true, "weights": W[12,4], "recurrent_weights": W[12,3] }, { "type": "dense", "weights": W[1,3] }""", [2, 7], 1, 1 },
        { """{ "type": "rnn", "name": "a", "units": 3, "return_sequences": true, "weights": W[3,3], "recurrent_weights": W[3,3] }, { "type": "add", "name": "b", "inputs": ["a", "input"] }, { "type": "expression", "name": "c", "inputs": ["b", "input"], "formula": "b * sigmoid(input) - 0.5" }, { "type": "softmax" }""", [6, 3], 1, 3 },
        { """{ "type": "conv2d", "units": 2, "kernel": [3, 2], "padding": [2, 0, 0, 0], "weights": W[2,1,3,2] }, { "type": "transpose", "axes": [1, 0, 2] }, { "type": "reshape", "shape": [6, 6] }, { "type": "gru", "units": 2, "return_sequences": true, "weights": W[6,6], "recurrent_weights": W[6,2] }""", [1, 6, 4], 1, 2 },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Step_by_step_gives_what_the_sequence_gives(string layers, int[] shape, int steps, int outputs)
    {
        foreach (string precision in new[] { "single", "double" })
        {
            string json = $$"""{ "precision": "{{precision}}", "inputs": [ { "name": "input", "shape": [{{string.Join(", ", shape)}}] } ], "layers": [ {{WithNumbers(layers)}} ]""";
            ProblemList problems = new();
            Network sequence = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(json + " }", problems, default), "Net.nn.json", problems).Network!;
            Random random = new(7);
            double[] input = [.. Enumerable.Range(0, sequence.Input.Size).Select(_ => (double)(float)((2 * random.NextDouble()) - 1))];
            bool isTimeFirst = shape.Length == 2 && steps == 1 && shape[0] > shape[1];
            int axis = isTimeFirst ? 0 : 1;
            int time = shape[axis];
            double[] expected = ByStep(Interpreter.Predict(sequence, input), sequence.Output.Shape.Dimensions.ToArray(), time / steps);

            double[] given = Run(json + ", \"stateful\": true }", precision, ByTime(input, shape, axis, steps), outputs, time / steps);
            Assert.Equal(expected.Length, given.Length);
            Assert.All(expected.Zip(given), pair => Assert.Equal(pair.First, pair.Second, precision == "single" ? 1e-5 : 1e-12));
        }
    }

    [Fact]
    public void One_that_keeps_nothing_has_no_state()
    {
        GeneratedProject project = new GeneratorHost().File("/project/Net.nn.json", """
            { "inputs": [ { "shape": [4, 2] } ], "stateful": true, "layers": [ { "type": "dense", "weights": [[2, 3]], "bias": [1] } ],
              "tests": [ { "input": [[1, 2], [3, 4]], "output": [[9], [19]] } ] }
            """).Run();
        Assert.Empty(project.Analyze().Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        CompiledNetwork network = project.Network("Project.Net");
        Assert.Null(network.Type.GetNestedType("State"));
        Assert.Equal([9], network.Predict(1, 2));
        Assert.Equal([9, 19], network.PredictBatch([1, 2, 3, 4]));
    }

    [Fact]
    public void States_begin_again_and_are_copied()
    {
        const string Json = """{ "inputs": [ { "shape": [5, 1] } ], "stateful": true, "layers": [ { "type": "rnn", "name": "sum", "units": 1, "activation": "linear", "weights": [[1]], "recurrent_weights": [[0.5]] } ] }""";
        object[] results = Invoke<object[]>("""
            public static object[] Run()
            {
                State state = new State();
                float first = Predict(8f, state);
                float second = Predict(new float[] { 1 }, state);
                State other = new State();
                state.CopyTo(other);
                float third = Predict(0f, other);
                float[] batch = new float[2];
                PredictBatch(new float[] { 0, 0 }, batch, state);
                state.SumHidden[0] = 100;
                float fourth = Predict(0f, state);
                state.Reset();
                return new object[] { first, second, third, batch[1], fourth, Predict(1f, state), InputSize, OutputSize };
            }
            """, Json);
        Assert.Equal([8f, 5f, 2.5f, 1.25f, 50f, 1f, 1, 1], results);
    }

    [Fact]
    public void A_call_that_throws_leaves_the_state_as_it_was()
    {
        const string Json = """
            { "inputs": [ { "name": "token", "shape": [], "type": "int" }, { "name": "sum", "shape": [2] } ], "states": { "sum": "next" },
              "layers": [ { "type": "embedding", "name": "row", "inputs": ["token"], "count": 3, "units": 2, "weights": [[1, 2], [3, 4], [5, 6]] },
                { "type": "add", "name": "both", "inputs": ["row", "sum"] } ],
              "outputs": [ { "name": "next", "from": "both" }, { "name": "row", "from": "row" } ] }
            """;
        float[] sums = Invoke<float[]>("""
            public static float[] Run()
            {
                State state = new State();
                float[] row = new float[2];
                Predict(new int[] { 2 }, row, state);
                try { Predict(new int[] { 7 }, row, state); } catch (System.ArgumentOutOfRangeException) { }
                Predict(new int[] { 0 }, row, state);
                return state.Sum.ToArray();
            }
            """, Json);
        Assert.Equal([6f, 8f], sums);
    }

    private static T Invoke<T>(string method, string json)
    {
        Assembly assembly = new GeneratorHost().File("net.nn.json", json).Source($$"""using static Project.Net; public static class Driver { {{method}} }""").Run().Load();
        return (T)assembly.GetType("Driver", throwOnError: true)!.GetMethod("Run")!.Invoke(null, null)!;
    }

    private static double[] Run(string json, string precision, double[] inputs, int outputs, int calls)
    {
        string type = precision == "single" ? "float" : "double";
        string method = $$"""
            public static double[] Run()
            {
                {{type}}[] input = new {{type}}[] { {{string.Join(", ", inputs.Select(value => value.ToString("R", CultureInfo.InvariantCulture) + (precision == "single" ? "f" : "d")))}} };
                {{type}}[] output = new {{type}}[{{outputs * calls}}];
                State state = new State();
                for (int i = 0; i < {{calls}}; i++)
                {
                    Predict(System.MemoryExtensions.AsSpan(input, i * InputSize, InputSize), System.MemoryExtensions.AsSpan(output, i * OutputSize, OutputSize), state);
                }

                return System.Array.ConvertAll(output, value => (double)value);
            }
            """;
        return Invoke<double[]>(method, json);
    }

    /// <summary>The values of each call one behind the other: a call takes some steps, with the other axes as they are.</summary>
    private static double[] ByTime(double[] values, int[] shape, int axis, int steps)
    {
        int inner = shape.Skip(axis + 1).Aggregate(1, (product, size) => product * size);
        int outer = shape.Take(axis).Aggregate(1, (product, size) => product * size);
        return [.. Enumerable.Range(0, shape[axis] / steps).SelectMany(call => Enumerable.Range(0, outer).SelectMany(o =>
            Enumerable.Range(0, steps * inner).Select(i => values[(((o * shape[axis]) + (call * steps)) * inner) + i])))];
    }

    /// <summary>The output of the sequence, step by step.</summary>
    private static double[] ByStep(double[] values, int[] shape, int steps)
    {
        int axis = Array.IndexOf(shape, steps);
        return ByTime(values, shape, axis, 1);
    }

    private static string WithNumbers(string layers)
    {
        Random random = new(3);
        return System.Text.RegularExpressions.Regex.Replace(layers, @"W\[([0-9,]+)\]", match => List([.. match.Groups[1].Value.Split(',').Select(int.Parse)], 0));

        string List(int[] sizes, int axis) => axis == sizes.Length
            ? (random.NextDouble() - 0.5).ToString("0.###", CultureInfo.InvariantCulture)
            : $"[{string.Join(", ", Enumerable.Range(0, sizes[axis]).Select(_ => List(sizes, axis + 1)))}]";
    }
}
