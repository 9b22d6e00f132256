using NeuralGen.Compiler.Layers.Activations;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Networks.Functions;

/// <summary>NaN and infinities behave as in PyTorch, in every shape of code.</summary>
public class SpecialValueTests
{
    private const double Inf = double.PositiveInfinity;
    private const double NaN = double.NaN;

    /// <summary>What PyTorch gives for -∞, ∞ and NaN.</summary>
    public static TheoryData<string, double, double, double> Activations() => new()
    {
        { "relu", 0, Inf, NaN },
        { "relu6", 0, 6, NaN },
        { "leaky_relu", -Inf, Inf, NaN },
        { "elu", -1, Inf, NaN },
        { "selu", -1.0507009873554805 * 1.6732632423543772, Inf, NaN },
        { "celu", -1, Inf, NaN },
        { "gelu", NaN, Inf, NaN },
        { "silu", NaN, Inf, NaN },
        { "mish", NaN, Inf, NaN },
        { "sigmoid", 0, 1, NaN },
        { "hard_sigmoid", 0, 1, NaN },
        { "hard_swish", NaN, Inf, NaN },
        { "tanh", -1, 1, NaN },
        { "hard_tanh", -1, 1, NaN },
        { "softplus", 0, Inf, NaN },
        { "softsign", NaN, NaN, NaN },
        { "exponential", 0, Inf, NaN },
        { "log_sigmoid", -Inf, 0, NaN },
        { "hard_shrink", -Inf, Inf, NaN },
        { "soft_shrink", -Inf, Inf, NaN },
        { "tanh_shrink", -Inf, Inf, NaN },
    };

    [Theory]
    [MemberData(nameof(Activations))]
    public void An_activation_of_a_special_value(string name, double low, double high, double none)
    {
        foreach (string precision in new[] { "single", "double" })
        {
            foreach (string emission in new[] { "unrolled", "vectorized" })
            {
                CompiledNetwork network = new GeneratorHost().File("Net.nn.json", $$"""
                    { "inputs": 1, "precision": "{{precision}}", "emission": "{{emission}}", "layers": [ { "type": "activation", "activation": "{{name}}" } ] }
                    """).Run().Network("Project.Net");
                double[] expected = [low, high, none];
                double[] actual = network.PredictBatch([-Inf, Inf, NaN]);
                Assert.Equal(expected.Select(value => precision == "single" ? (float)value : value), actual);
            }
        }

        ActivationFunction function = ActivationCatalog.Find(name)!.CreateDefault(new NetworkNumbers(0, NumberArray.Empty));
        Assert.Equal([low, high, none], function.Evaluate([-Inf, Inf, NaN]));
    }

    [Theory]
    [InlineData("unrolled")]
    [InlineData("vectorized")]
    public void A_zero_weight_ignores_its_input(string emission)
    {
        CompiledNetwork network = new GeneratorHost().File("Net.nn.json", $$"""
            { "inputs": 20, "emission": "{{emission}}", "layers": [ { "type": "dense", "weights": [[{{string.Join(", ", Enumerable.Range(0, 20).Select(i => i == 7 ? "0" : "1"))}}]] } ] }
            """).Run().Network("Project.Net");
        double[] input = [.. Enumerable.Repeat(1.0, 20)];
        input[7] = NaN;
        Assert.Equal(19, network.PredictScalar(input));
        input[8] = Inf;
        Assert.Equal(Inf, network.PredictScalar(input));
        input[9] = NaN;
        Assert.Equal(NaN, network.PredictScalar(input));
    }

    [Fact]
    public void Classify_takes_the_first_largest_and_a_half_counts_as_the_second()
    {
        GeneratedProject project = new GeneratorHost()
            .File("Many.nn.json", """{ "inputs": 3, "labels": ["a", "b", "c"], "layers": [ { "type": "activation", "activation": "linear" } ] }""")
            .File("Pair.nn.json", """{ "inputs": 1, "labels": ["no", "yes"], "layers": [ { "type": "activation", "activation": "sigmoid" } ] }""")
            .Source("""
                public static class Caller
                {
                    public static string Many(float a, float b, float c) => Project.Many.Classify(new[] { a, b, c }).ToString();
                    public static string Pair(float x) => Project.Pair.Classify(new[] { x }).ToString();
                }
                """)
            .Run();
        Type caller = project.Load().GetType("Caller")!;
        Func<float, float, float, string> many = caller.GetMethod("Many")!.CreateDelegate<Func<float, float, float, string>>();
        Func<float, string> pair = caller.GetMethod("Pair")!.CreateDelegate<Func<float, string>>();
        float low = float.NegativeInfinity;
        Assert.Equal(["A", "B", "C", "A", "C", "A"], new[] { many(1, 1, 1), many(0, 2, 2), many(-3, -2, -1), many(2, low, 1), many(low, 1, float.PositiveInfinity), many(low, low, low) });
        Assert.Equal(["Yes", "No", "Yes"], new[] { pair(0), pair(-0.001f), pair(5) });

        // NaN is no class, wherever it stands.
        foreach ((float a, float b, float c, int output) in new[] { (float.NaN, 1, 2, 0), (0, float.NaN, 2, 1), (0, 1, float.NaN, 2), (3, 1, float.NaN, 2), (float.NaN, float.NaN, float.NaN, 0) })
        {
            ArgumentException exception = Assert.Throws<ArgumentException>(() => many(a, b, c));
            Assert.Equal("input", exception.ParamName);
            Assert.StartsWith($"Output {output} of the network is NaN, so that there is no label: ", exception.Message, StringComparison.Ordinal);
        }

        Assert.StartsWith("Output 0 of the network is NaN", Assert.Throws<ArgumentException>(() => pair(float.NaN)).Message, StringComparison.Ordinal);
    }
}
