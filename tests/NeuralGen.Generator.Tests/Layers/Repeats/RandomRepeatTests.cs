using System.Globalization;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers.Repeats;

/// <summary>Random networks that are repeated: the interpreter computes one round, and the rounds are written out here.</summary>
public class RandomRepeatTests
{
    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 12).Where(seed => TestShare.Includes(seed, 3, 3)));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rounds_are_computed_one_after_the_other(int seed)
    {
        Random random = new(seed);
        string precision = random.Next(2) == 0 ? "single" : "double";
        int[] states = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => random.Next(1, 40))];
        int[] sequences = [.. Enumerable.Range(0, states.Length == 0 ? 1 : random.Next(0, 3)).Select(_ => random.Next(1, 40))];
        int[] constants = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => random.Next(1, 40))];
        int collected = random.Next(states.Length == 0 ? 1 : 0, 3);
        int count = random.Next(1, 30);
        int[] sizes = [.. states, .. sequences, .. constants];
        string json = Json(random, precision, states, sequences, constants, collected, count);
        ProblemList problems = new();
        Network network = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(json, problems, default), "net.nn.json", problems).Network!;
        Assert.Empty(problems.Problems.Where(problem => problem.IsError).Select(problem => problem.Message));
        Network body = network.Operations.OfType<RepeatOperation>().Single().Body;
        TensorDriver driver = new(
            new GeneratorHost().File("net.nn.json", json)
                .Source(TensorDriver.Text("Net", precision == "single" ? "float" : "double", [.. network.Inputs.Select(input => (input.Type, input.Size))], [.. network.OutputTensors.Select(output => (network.Tensors[output].Type, network.Tensors[output].Size))], null))
                .Run().Load(),
            "Net");
        double[][] inputs = [.. network.Inputs.Select(input => Enumerable.Range(0, input.Size).Select(_ => (double)(float)((2 * random.NextDouble()) - 1)).ToArray())];
        double[][] state = [.. inputs.Take(states.Length)];
        List<double>[] all = [.. Enumerable.Range(0, collected).Select(_ => new List<double>())];
        for (int round = 0; round < count; round++)
        {
            double[][] tensors = Interpreter.Evaluate(
                body, [.. state, .. sequences.Select((size, i) => inputs[states.Length + i][(round * size)..((round + 1) * size)]), .. inputs[(states.Length + sequences.Length)..], .. body.InputCount > sizes.Length ? [[round]] : Array.Empty<double[]>()]);
            double[][] outputs = [.. body.OutputTensors.Select(output => tensors[output])];
            state = outputs[..states.Length];
            for (int i = 0; i < collected; i++)
            {
                all[i].AddRange(outputs[states.Length + i]);
            }
        }

        double[][] expected = [.. state, .. all.Select(values => values.ToArray())];
        double[][] reference = Interpreter.Evaluate(network, inputs);
        Assert.Equal(expected, network.OutputTensors.Select(output => reference[output]));
        double[][] found = driver.Predict(inputs);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].Length, found[i].Length);
            Assert.All(expected[i].Zip(found[i]), pair => Assert.InRange(pair.Second, pair.First - (precision == "single" ? 1e-4 : 1e-9), pair.First + (precision == "single" ? 1e-4 : 1e-9)));
        }
    }

    /// <summary>A network whose results mix all inputs, and stay small from round to round.</summary>
    private static string Json(Random random, string precision, int[] states, int[] sequences, int[] constants, int collected, int count)
    {
        int[] sizes = [.. states, .. sequences, .. constants];
        string[] names = [.. sizes.Select((_, i) => $"x{i}")];
        bool hasNumber = random.Next(2) == 0;
        List<string> layers = [$$"""{ "type": "concat", "name": "all", "inputs": [{{Quoted(sizes.Length == 1 ? ["x0", "x0"] : names)}}] }"""];
        int width = sizes.Sum() * (sizes.Length == 1 ? 2 : 1);
        string last = "all";
        if (hasNumber)
        {
            layers.Add("""{ "type": "cast", "name": "number", "inputs": ["round"], "to": "float" }""");
            layers.Add("""{ "type": "expression", "name": "moved", "inputs": ["all", "number"], "formula": "all + 0.01 * number" }""");
            last = "moved";
        }

        for (int i = random.Next(1, 4); i > 0; i--)
        {
            string name = $"h{i}";
            int units = random.Next(1, 40);
            (string layer, width) = random.Next(4) switch
            {
                0 => ($$"""{ "type": "softmax", "name": "{{name}}", "inputs": ["{{last}}"] }""", width),
                1 => ($$"""{ "type": "cumulative_sum", "name": "{{name}}", "inputs": ["{{last}}"] }""", width),
                2 => ($$"""{ "type": "expression", "name": "{{name}}", "inputs": ["{{last}}"], "formula": "tanh({{last}}) * 0.5" }""", width),
                _ => (Dense(random, name, last, width, units, "relu"), units),
            };
            layers.Add(layer);
            last = name;
        }

        int[] results = [.. states, .. Enumerable.Range(0, collected).Select(_ => random.Next(1, 40))];
        layers.AddRange(results.Select((size, i) => Dense(random, $"y{i}", last, width, size, "tanh")));
        string Port(string name, IEnumerable<int> shape) => $$"""{ "name": "{{name}}", "shape": [{{string.Join(", ", shape)}}] }""";
        IEnumerable<string> body = names.Select((name, i) => Port(name, [sizes[i]])).Concat(hasNumber ? ["""{ "name": "round", "shape": [1], "type": "long" }"""] : []);
        IEnumerable<string> inputs = names.Select((name, i) => Port(name, i >= states.Length && i < states.Length + sequences.Length ? [count, sizes[i]] : [sizes[i]]));
        return $$"""
            { "name": "Net", "namespace": "", "precision": "{{precision}}", "inputs": [{{string.Join(", ", inputs)}}],
              "layers": [ { "type": "repeat", "name": "r", "inputs": [{{Quoted(names)}}], "count": {{count}}, "states": {{states.Length}}, "sequences": {{sequences.Length}}, "outputs": [{{Quoted(results.Select((_, i) => $"z{i}"))}}],
                "body": { "inputs": [{{string.Join(", ", body)}}], "layers": [{{string.Join(",\n", layers)}}], "outputs": [{{string.Join(", ", results.Select((_, i) => $$"""{ "name": "y{{i}}" }"""))}}] } } ],
              "outputs": [{{string.Join(", ", results.Select((_, i) => $$"""{ "name": "z{{i}}" }"""))}}] }
            """;
    }

    private static string Dense(Random random, string name, string input, int inputs, int units, string activation)
    {
        string Row() => $"[{string.Join(", ", Enumerable.Range(0, inputs).Select(_ => (random.Next(-100, 100) / (50.0 * Math.Sqrt(inputs))).ToString("F4", CultureInfo.InvariantCulture)))}]";
        return $$"""{ "type": "dense", "name": "{{name}}", "inputs": ["{{input}}"], "weights": [{{string.Join(", ", Enumerable.Range(0, units).Select(_ => Row()))}}], "activation": "{{activation}}" }""";
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));
}
