using System.Globalization;
using System.Reflection;
using System.Runtime.Intrinsics;
using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Lowering.Evaluation;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Tests.Hosting;
using NeuralGen.Generator.Tests.Networks;

namespace NeuralGen.Generator.Tests.Lowering.Evaluation;

/// <summary>What the build computes for the tests of a file is what the generated code computes.</summary>
public class ProgramEvaluatorTests
{
    /// <summary>How far vectorised functions and sums are from those of the build, relative to the larger of 1 and the value.</summary>
    private const double MachineDifference = 16.0 / (1 << 24);

    public static TheoryData<string, string, string> Forms()
    {
        TheoryData<string, string, string> forms = [];
        foreach (string activation in new[] { "linear", "relu", "leaky_relu", "prelu", "tanh", "softmax" })
        {
            forms.Add(activation, "auto", "single");
            forms.Add(activation, "unrolled", "single");
            forms.Add(activation, "vectorized", "single");
            forms.Add(activation, "auto", "double");
        }

        return forms;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Dense_networks_of_all_sizes_are_computed_as_their_code_does(string activation, string emission, string precision)
    {
        string[] shapes = ["1-1", "2-2-1", "3-5-2", "4-8-3", "8-16-4", "9-17-12", "33-4-33", "64-32-10", "50-50-1", "20-70-40-3", "100-100-100"];
        shapes = [.. shapes.Where((_, index) => TestShare.Includes(index, activation.Length + emission.Length, 3))];
        GeneratorHost host = new();
        foreach (string shape in shapes)
        {
            host.File(Name(shape) + ".nn.json", Json(shape));
        }

        // Machines with wider vectors, or without fused products, add the large layers in another order.
        bool isExact = activation is not ("tanh" or "softmax") && (precision == "double" || emission == "unrolled");
        Assembly assembly = host.Run().Load();
        foreach (string shape in shapes)
        {
            CompiledNetwork compiled = new(assembly.GetType("Project." + Name(shape), throwOnError: true)!);
            Network network = Read(Json(shape));
            ProgramEvaluator evaluator = new(Lowerer.Lower(network, hasVectors: true), hasVectors: true);
            Random random = new(7);
            for (int sample = 0; sample < 5; sample++)
            {
                double[] input = [.. Enumerable.Range(0, network.Input.Size).Select(_ => (4 * random.NextDouble()) - 2)];
                Check(shape, compiled.Predict(input), evaluator.Predict(input), isExact);
            }
        }

        static string Name(string shape) => "Net" + shape.Replace('-', 'x');
        string Json(string shape) => ShapedNetwork.Json(ShapedNetwork.Sizes(shape), activation, 0.2, emission, precision);
    }

    /// <summary>Weights of which some cancel make every other order of sums show.</summary>
    [Theory]
    [InlineData("auto", "8-12-3")]
    [InlineData("auto", "5-16-2")]
    [InlineData("auto", "37-151")]
    [InlineData("auto", "101-65")]
    [InlineData("auto", "300-35")]
    [InlineData("auto", "64-220-9")]
    [InlineData("auto", "1100-128")]
    [InlineData("auto", "784-10")]
    [InlineData("auto", "1100-11")]
    [InlineData("auto", "700-5")]
    [InlineData("auto", "20-30-10")]
    [InlineData("auto", "24-32-21")]
    [InlineData("vectorized", "5-16")]
    [InlineData("vectorized", "9-40-3")]
    [InlineData("vectorized", "17-100-33")]
    public void Sums_of_this_machine_are_added_in_the_order_of_its_vectors(string emission, string shape)
    {
        int[] sizes = ShapedNetwork.Sizes(shape);
        Random random = new(shape.Length);
        string layers = string.Join(",", sizes.Zip(sizes.Skip(1), (inputs, units) => $$"""
            { "type": "dense", "weights": [{{string.Join(",", Enumerable.Range(0, units).Select(_ => $"[{string.Join(",", Row(inputs))}]"))}}] }
            """));
        string file = $$"""{ "inputs": {{sizes[0]}}, "emission": "{{emission}}", "layers": [{{layers}}] }""";
        CompiledNetwork compiled = new(new GeneratorHost().File("Net.nn.json", file).Run().Load().GetType("Project.Net", throwOnError: true)!);
        int lanes = Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;
        ProgramEvaluator evaluator = new(Lowerer.Lower(Read(file), hasVectors: true), hasVectors: true, lanes);
        double[] input = [.. Enumerable.Repeat(1.0, sizes[0])];
        double[] actual = compiled.Predict(input);
        Assert.Equal(actual, evaluator.Predict(input));

        // What this machine computes is a test that the build takes, wherever it runs; another value is not.
        string values = string.Join(",", actual.Select(value => ((float)value).ToString("R", CultureInfo.InvariantCulture)));
        string test = $$"""{ "input": [{{string.Join(",", input)}}], "output": [{{values}}] }""";
        string wrong = test.Replace($"[{values}]", $"[1e6{values[values.IndexOf(',')..]}]", StringComparison.Ordinal);
        string tested = file.Insert(file.Length - 1, $$""", "tests": [{{test}}, {{wrong}}]""");
        GeneratedProject project = new GeneratorHost().File("Net.nn.json", tested).Run();
        Diagnostic failed = Assert.Single(project.GeneratorDiagnostics.Concat(project.Analyze()), diagnostic => diagnostic.Id == "NEURAL0208");
        Assert.StartsWith("Test 1 of network 'Net'", failed.Text(), StringComparison.Ordinal);

        IEnumerable<string> Row(int inputs) => Enumerable.Range(0, inputs).Select(i => i switch
        {
            0 => "3.3e7",
            1 => "-3.3e7",
            _ => ((float)((2 * random.NextDouble()) - 1)).ToString("R", CultureInfo.InvariantCulture),
        });
    }

    [Fact]
    public void Random_networks_are_computed_as_their_code_does()
    {
        RandomNetwork[] networks = [.. Enumerable.Range(30_000, TestShare.Of(120, 40)).Select(seed => new RandomNetwork(seed))];
        GeneratorHost host = new();
        foreach (RandomNetwork network in networks)
        {
            host.File(network.FileName, network.Json);
        }

        Assembly assembly = host.Run().Load();
        int exact = 0;
        foreach (RandomNetwork random in networks)
        {
            CompiledNetwork compiled = new(assembly.GetType(random.TypeName, throwOnError: true)!);
            ProgramEvaluator evaluator = new(Lowerer.Lower(Read(random.Json), hasVectors: true), hasVectors: true);
            exact += evaluator.IsExact ? 1 : 0;
            for (int sample = 0; sample < 3; sample++)
            {
                double[] input = random.NextInput();
                double[] actual = compiled.Predict(input);
                double[] found = evaluator.Predict(input);

                // What functions round differently grows on the way through further layers.
                double scale = (random.IsDouble ? 1e-12 : 2e-6) * Math.Max(1, actual.Select(Math.Abs).Max());
                Assert.All(actual.Zip(found), pair => Assert.True(
                    pair.First.Equals(pair.Second) || (!evaluator.IsExact && Math.Abs(pair.First - pair.Second) <= scale),
                    $"Seed {random.Seed}: {pair.Second:R} instead of {pair.First:R}\n{random.Json}"));
            }
        }

        Assert.InRange(exact, networks.Length / 8, networks.Length * 7 / 8);
    }

    private static void Check(string shape, double[] actual, double[] found, bool isExact)
    {
        Assert.Equal(actual.Length, found.Length);
        Assert.All(actual.Zip(found), pair => Assert.True(
            pair.First.Equals(pair.Second) || (!isExact && Math.Abs(pair.First - pair.Second) <= MachineDifference * Math.Max(1, Math.Abs(pair.First))),
            $"{shape}: {pair.Second:R} instead of {pair.First:R}"));
    }

    private static Network Read(string json)
    {
        ProblemList problems = new();
        return NetworkBinder.Bind("Net", null, NetworkFileReader.Read(json, problems, default), "", problems).Network!;
    }
}
