using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Emission;
using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Lowering.Evaluation;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Tests.Fingerprints;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers.Repeats;

/// <summary><c>repeat</c>: against rounds that are written out by hand.</summary>
public class RepeatTests
{
    private const string Smooth = """
        "inputs": [ { "name": "mean", "shape": [2] }, { "name": "value", "shape": [2] }, { "name": "share", "shape": [1] }, { "name": "round", "shape": [1], "type": "long" } ],
        "layers": [
          { "type": "cast", "name": "number", "inputs": ["round"], "to": "float" },
          { "type": "expression", "name": "next", "inputs": ["mean", "value", "share"], "formula": "mean + share * (value - mean)" },
          { "type": "expression", "name": "rest", "inputs": ["value", "next", "number"], "formula": "value - next + number" },
          { "type": "reduce", "name": "sum", "inputs": ["rest"], "operation": "sum" }
        ],
        "outputs": [ { "name": "next" }, { "name": "rest" }, { "name": "sum" } ]
        """;

    [Theory]
    [InlineData("single", 1, false)]
    [InlineData("single", 6, false)]
    [InlineData("single", 1001, true)]
    [InlineData("double", 7, false)]
    [InlineData("double", 1000, true)]
    public void Rounds_go_on_from_what_the_one_before_left(string precision, int count, bool isOld)
    {
        string json = $$"""
            { "precision": "{{precision}}", "inputs": [ { "name": "start", "shape": [2] }, { "name": "values", "shape": [{{count}}, 2] }, { "name": "share", "shape": [1] } ],
              "layers": [ { "type": "repeat", "name": "smooth", "inputs": ["start", "values", "share"], "states": 1, "sequences": 1, "body": { {{Smooth}} }, "outputs": ["last", "rests", "sums"] } ],
              "outputs": [ { "name": "last", "shape": [2] }, { "name": "rests", "shape": [{{count}}, 2] }, { "name": "sums", "shape": [{{count}}, 1] } ] }
            """;
        (Network network, TensorDriver driver) = Compile(json, precision, isOld);
        Random random = new(count);
        for (int round = 0; round < 3; round++)
        {
            double[][] inputs = Inputs(network, random);
            double[] mean = [.. inputs[0]];
            double[] rests = new double[2 * count];
            double[] sums = new double[count];
            for (int step = 0; step < count; step++)
            {
                for (int i = 0; i < 2; i++)
                {
                    mean[i] += inputs[2][0] * (inputs[1][(2 * step) + i] - mean[i]);
                    rests[(2 * step) + i] = inputs[1][(2 * step) + i] - mean[i] + step;
                    sums[step] += rests[(2 * step) + i];
                }
            }

            double tolerance = precision == "single" ? 1e-4 : 1e-10;
            AssertClose([mean, rests, sums], Reference(network, inputs), 1e-10);
            AssertClose([mean, rests, sums], driver.Predict(inputs), tolerance);
            AssertClose([mean, rests, sums], new ProgramEvaluator(Lowerer.Lower(network, hasVectors: true), hasVectors: true).Predict(inputs), tolerance);
        }

        double[][] two = Inputs(network, random);
        double[][] three = Inputs(network, random);
        double[][] both = driver.PredictBatch([.. two.Zip(three, (first, second) => (double[])[.. first, .. second])]);
        double[][] alone = [.. driver.Predict(two).Zip(driver.Predict(three), (first, second) => (double[])[.. first, .. second])];
        AssertClose(alone, both, 1e-6);
    }

    [Fact]
    public void Several_states_of_layers_with_weights_go_to_and_fro()
    {
        string Row(int seed) => string.Join(", ", Enumerable.Range(0, 24).Select(unit => $"[{string.Join(", ", Enumerable.Range(0, 48).Select(i => FormattableString.Invariant($"{Math.Round(0.3 * Math.Sin((seed * 100) + (unit * 48) + i), 3)}")))}]"));
        string json = $$"""
            { "inputs": [ { "name": "a", "shape": [24] }, { "name": "b", "shape": [24] }, { "name": "x", "shape": [9, 24] } ],
              "layers": [
                { "type": "repeat", "name": "cell", "inputs": ["a", "b", "x"], "states": 2, "sequences": 1, "outputs": ["lastA", "lastB", "all"],
                  "body": {
                    "inputs": [ { "name": "a", "shape": [24] }, { "name": "b", "shape": [24] }, { "name": "x", "shape": [24] } ],
                    "layers": [
                      { "type": "concat", "name": "ax", "inputs": ["a", "x"] },
                      { "type": "dense", "name": "h", "weights": [{{Row(1)}}], "activation": "tanh" },
                      { "type": "concat", "name": "hb", "inputs": ["h", "b"] },
                      { "type": "dense", "name": "g", "weights": [{{Row(2)}}], "activation": "sigmoid" } ],
                    "outputs": [ { "name": "nextA", "from": "g" }, { "name": "nextB", "from": "a" }, { "name": "h" } ] } } ],
              "outputs": [ { "name": "lastA" }, { "name": "lastB" }, { "name": "all" } ] }
            """;
        (Network network, TensorDriver driver) = Compile(json, "single", isOld: false);
        double[][] inputs = Inputs(network, new Random(5));
        double[] Dense(int seed, double[] values, Func<double, double> function) =>
            [.. Enumerable.Range(0, 24).Select(unit => function(values.Select((value, i) => value * Math.Round(0.3 * Math.Sin((seed * 100) + (unit * 48) + i), 3)).Sum()))];
        (double[] a, double[] b, List<double> all) = (inputs[0], inputs[1], []);
        for (int step = 0; step < 9; step++)
        {
            double[] h = Dense(1, [.. a, .. inputs[2].Skip(24 * step).Take(24)], Math.Tanh);
            (a, b) = (Dense(2, [.. h, .. b], value => 1 / (1 + Math.Exp(-value))), a);
            all.AddRange(h);
        }

        AssertClose([a, b, [.. all]], driver.Predict(inputs), 1e-5);
        AssertClose([a, b, [.. all]], Reference(network, inputs), 1e-12);
    }

    [Theory]
    [InlineData("single")]
    [InlineData("double")]
    public void A_condition_ends_the_rounds(string precision)
    {
        string json = $$"""
            { "precision": "{{precision}}", "inputs": [ { "name": "start", "shape": [1] } ],
              "layers": [ { "type": "repeat", "name": "double", "inputs": ["start"], "count": 50, "states": 1, "condition": true, "outputs": ["last", "all"],
                "body": { "inputs": [ { "name": "x", "shape": [1] } ],
                  "layers": [
                    { "type": "expression", "name": "twice", "inputs": ["x"], "formula": "2 * x" },
                    { "type": "expression", "name": "isSmall", "inputs": ["twice"], "formula": "twice < 100", "element_type": "bool" } ],
                  "outputs": [ { "name": "next", "from": "twice" }, { "name": "all", "from": "twice" }, { "name": "goesOn", "from": "isSmall" } ] } } ],
              "outputs": [ { "name": "last" }, { "name": "all", "shape": [50, 1] } ] }
            """;
        (Network network, TensorDriver driver) = Compile(json, precision, isOld: false);

        // The same room is used again: what the rounds of a longer call left must not show.
        foreach ((double start, double[] steps) in new[] { (1e-9, Array.Empty<double>()), (3.0, [6, 12, 24, 48, 96, 192]), (60, [120]), (7, [14, 28, 56, 112]) })
        {
            double[] expected = start < 1 ? [.. Enumerable.Range(1, 50).Select(step => start * Math.Pow(2, step)).TakeWhile((_, i) => i == 0 || start * Math.Pow(2, i) < 100)] : steps;
            double[] all = [.. expected, .. new double[50 - expected.Length]];
            AssertClose([[expected[^1]], all], driver.Predict([[start]]), 1e-6);
            AssertClose([[expected[^1]], all], Reference(network, [[start]]), 1e-12);
        }
    }

    [Fact]
    public void One_result_is_the_layer_and_bodies_hold_others()
    {
        string json = """
            { "inputs": 1,
              "layers": [ { "type": "repeat", "name": "outer", "count": 3, "states": 1,
                "body": { "inputs": [ { "name": "x", "shape": [1] } ],
                  "layers": [
                    { "type": "repeat", "name": "inner", "inputs": ["x"], "count": 4, "states": 1,
                      "body": { "inputs": [ { "name": "x", "shape": [1] } ], "layers": [ { "type": "dense", "weights": [[2]], "bias": [1] } ], "outputs": [ { "name": "y", "from": "output" } ] } },
                    { "type": "expression", "name": "less", "inputs": ["inner"], "formula": "inner - 3" } ],
                  "outputs": [ { "name": "less" } ] } },
                { "type": "dense", "weights": [[0.5]] } ] }
            """;
        (Network network, TensorDriver driver) = Compile(json, "single", isOld: false);
        double x = 0.25;
        for (int outer = 0; outer < 3; outer++)
        {
            for (int inner = 0; inner < 4; inner++)
            {
                x = (2 * x) + 1;
            }

            x -= 3;
        }

        Assert.Equal([[x / 2]], driver.Predict([[0.25]]));
        Assert.Equal([[x / 2]], Reference(network, [[0.25]]));
    }

    [Fact]
    public void Code_does_not_grow_with_the_rounds()
    {
        int Length(int count) => new GeneratorHost().File("net.nn.json", $$"""
            { "name": "Net", "namespace": "", "inputs": [ { "name": "start", "shape": [2] }, { "name": "values", "shape": [{{count}}, 2] }, { "name": "share", "shape": [1] } ],
              "layers": [ { "type": "repeat", "name": "smooth", "inputs": ["start", "values", "share"], "states": 1, "sequences": 1, "body": { {{Smooth}} }, "outputs": ["last", "rests", "sums"] } ],
              "outputs": [ { "name": "last" } ] }
            """).Run().Generated.Sum(file => file.Value.Length);
        Assert.InRange(Length(1_000_000) - Length(10_000), 0, 200);

        // Small results are on the stack, large ones in a workspace.
        Assert.InRange(Length(10_000) - Length(10), 0, 2000);
    }

    [Fact]
    public void Comments_and_the_table_say_how_often()
    {
        string text = string.Concat(new GeneratorHost().File("net.nn.json", """
            { "name": "Net", "namespace": "", "inputs": 3,
              "layers": [ { "type": "repeat", "name": "r", "count": 12, "states": 1, "body": { "inputs": [ { "name": "x", "shape": [3] } ], "layers": [ { "type": "softmax", "name": "s" } ], "outputs": [ { "name": "s" } ] } } ] }
            """).Run().Generated.Select(file => file.Value));
        Assert.Contains("repeat, repeated 12 times", text, StringComparison.Ordinal);
        Assert.Contains("Layer 'r': 1 operation of 3 values, repeated 12 times; each round reads the states that the one before left.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rounds_allocate_nothing_whatever_they_need_in_between()
    {
        // 20,000 values between two layers are too many for the stack.
        const string Json = """
            { "name": "Net", "namespace": "", "inputs": [ { "name": "x", "shape": [20000] } ],
              "layers": [ { "type": "repeat", "name": "r", "count": 20, "states": 1,
                "body": { "inputs": [ { "name": "x", "shape": [20000] } ],
                  "layers": [ { "type": "cumulative_sum", "name": "sums" }, { "type": "layer_normalization", "name": "n" }, { "type": "cumulative_sum", "name": "s" } ],
                  "outputs": [ { "name": "s" } ] } } ] }
            """;
        const string Caller = """
            public static class Caller
            {
                public static long Allocated()
                {
                    float[] x = new float[20000], y = new float[20000];
                    x[7] = 1;
                    for (int i = 0; i < 3; i++) Net.Predict(x, y);
                    long before = System.GC.GetAllocatedBytesForCurrentThread();
                    Net.Predict(x, y);
                    return System.GC.GetAllocatedBytesForCurrentThread() - before;
                }
            }
            """;
        GeneratedProject project = new GeneratorHost().File("net.nn.json", Json).Source(Caller).Run();
        Assert.Contains("byte[] workspace = ", project.Code("Net"), StringComparison.Ordinal);
        Assert.Equal(0L, project.Load().GetType("Caller")!.GetMethod("Allocated")!.Invoke(null, null));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Bodies_take_numbers_from_the_file_of_weights(bool isAlone)
    {
        TensorFile file = new TensorFile().Add("cell.weight", [300, 300]).Add("cell.bias", [300]).Add("last.weight", [300, 300]);
        string json = $$"""
            { "name": "Net", "namespace": "", "inputs": 300, "tensors": "weights.safetensors",
              "layers": [ { "type": "repeat", "name": "r", "count": 5, "states": 1,
                "body": { "inputs": [ { "name": "x", "shape": [300] } ], "layers": [ { "type": "dense", "name": "cell", "activation": "tanh" } ], "outputs": [ { "name": "cell" } ] } }
                {{(isAlone ? "" : """, { "type": "dense", "name": "last" }""")}} ] }
            """;
        CompiledNetwork inline = file.Inline(new GeneratorHost().File("net.nn.json", json)).Run().Network("Net");
        CompiledNetwork stored = file.Stored(new GeneratorHost().File("net.nn.json", json)).Run().Network("Net");
        double[] input = [.. Enumerable.Range(0, 300).Select(i => Math.Sin(i))];
        Assert.Equal(inline.Predict(input), stored.Predict(input));
        Assert.NotEqual(new double[300], inline.Predict(input));
    }

    private static (Network Network, TensorDriver Driver) Compile(string json, string precision, bool isOld)
    {
        ProblemList problems = new();
        Network network = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(json, problems, default), "net.nn.json", problems).Network!;
        Assert.Empty(problems.Problems.Select(problem => problem.Message));
        (Compiler.Values.ElementType, int)[] inputs = [.. network.Inputs.Select(input => (input.Type, input.Size))];
        (Compiler.Values.ElementType, int)[] outputs = [.. network.OutputTensors.Select(output => (network.Tensors[output].Type, network.Tensors[output].Size))];
        GeneratorHost host = new GeneratorHost().File("net.nn.json", "{ \"name\": \"Net\", \"namespace\": \"\"," + json.TrimStart()[1..]);
        string driver = TensorDriver.Text("Net", precision == "single" ? "float" : "double", inputs, outputs, null);
        if (!isOld)
        {
            return (network, new TensorDriver(host.Source(driver).Run().Load(), "Net"));
        }

        FingerprintPlatform old = FingerprintPlatform.All.Single(platform => platform.Name == "netstandard2.0");
        IEnumerable<GeneratedFile> files = FingerprintedCode.Write(FingerprintedCode.Models(host).Single(), old).Append(new GeneratedFile("Driver", driver));
        return (network, new TensorDriver(old.Load(files), "Net"));
    }

    private static double[][] Inputs(Network network, Random random) =>
        [.. network.Inputs.Select(input => Enumerable.Range(0, input.Size).Select(_ => (double)(float)random.NextDouble()).ToArray())];

    private static double[][] Reference(Network network, double[][] inputs)
    {
        double[][] tensors = Interpreter.Evaluate(network, inputs);
        return [.. network.OutputTensors.Select(output => tensors[output])];
    }

    private static void AssertClose(double[][] expected, double[][] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].Length, actual[i].Length);
            Assert.All(expected[i].Zip(actual[i]), pair => Assert.InRange(pair.Second, pair.First - (tolerance * Math.Max(1, Math.Abs(pair.First))), pair.First + (tolerance * Math.Max(1, Math.Abs(pair.First)))));
        }
    }
}
