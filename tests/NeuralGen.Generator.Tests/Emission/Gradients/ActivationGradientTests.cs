using System.Text.Json.Nodes;
using NeuralGen.Compiler.Layers.Activations;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Gradients;

/// <summary>Every activation with every loss, in a network that has every kind of layer, a residual sum and a concatenation.</summary>
public class ActivationGradientTests
{
    private static readonly string[] Losses =
        ["mean_squared_error", "mean_absolute_error", "huber", "binary_cross_entropy", "categorical_cross_entropy"];

    public static TheoryData<string> Activations => [.. ActivationCatalog.Names.Where(name => name is not ("identity" or "swish" or "logistic"))];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Derivatives_are_those_of_the_loss(string activation)
    {
        GeneratorHost host = new();
        List<(string Type, string Json)> networks = [];
        Random random = new(activation.Length * 1000);
        int first = ActivationCatalog.Names.TakeWhile(name => name != activation).Count();
        int turn = -1;
        foreach (string loss in Losses)
        {
            foreach (string emission in new[] { "unrolled", "vectorized" })
            {
                foreach (string precision in new[] { "double", "single" })
                {
                    // Each loss in one form in turn, so that all forms have all losses over the activations.
                    turn++;
                    if (!TestShare.Includes(turn, first + (turn / 4), 4))
                    {
                        continue;
                    }

                    string type = $"Net{networks.Count}";
                    string json = Network(activation, loss, Output(loss, activation, networks.Count), emission, precision, random);
                    networks.Add((type, json));
                    host.File(type + ".nn.json", json);
                }
            }
        }

        int compared = 0;
        int skipped = 0;
        System.Reflection.Assembly assembly = host.Run().Load();
        foreach ((string type, string json) in networks)
        {
            GradientCheck check = new(json, new CompiledNetwork(assembly.GetType("Project." + type, throwOnError: true)!));
            check.Run([.. Enumerable.Range(0, 3).Select(_ => Values(random, 3, 1))], random);
            compared += check.Compared;
            skipped += check.Skipped;
        }

        Assert.True(compared > TestShare.Of(3000, 700) && skipped < compared / 50, $"{compared} compared, {skipped} near corners");
    }

    /// <summary>Each loss with each output that it allows, in turn.</summary>
    private static string Output(string loss, string activation, int turn) => loss switch
    {
        "binary_cross_entropy" => turn % 2 == 0 ? "sigmoid" : "linear",
        "categorical_cross_entropy" => (turn % 3) switch { 0 => "softmax", 1 => "log_softmax", _ => "linear" },
        _ => turn % 2 == 0 || activation is "prelu" or "exponential" or "threshold" ? "linear" : activation,
    };

    private static string Network(string activation, string loss, string output, string emission, string precision, Random random)
    {
        JsonNode Function() => activation == "prelu"
            ? new JsonObject { ["type"] = activation, ["weights"] = new JsonArray([.. Values(random, 4, 0.3).Select(value => (JsonNode)value)]) }
            : activation == "threshold" ? new JsonObject { ["type"] = activation, ["threshold"] = 0.1, ["value"] = -0.2 }
            : activation is "elu" or "celu" or "leaky_relu" ? new JsonObject { ["type"] = activation, ["alpha"] = 0.3 }
            : activation;
        JsonNode Loss() => loss == "huber" ? new JsonObject { ["type"] = loss, ["delta"] = 0.6 } : loss;
        JsonArray Row(int count, double deviation, double mean = 0) => [.. Values(random, count, deviation).Select(value => (JsonNode)(value + mean))];
        JsonArray Rows(int units, int inputs) => [.. Enumerable.Range(0, units).Select(_ => (JsonNode)Row(inputs, 0.6))];
        return new JsonObject
        {
            ["inputs"] = 3,
            ["precision"] = precision,
            ["emission"] = emission,
            ["loss"] = Loss(),
            ["layers"] = new JsonArray(
                new JsonObject { ["type"] = "normalization", ["name"] = "scaled", ["mean"] = Row(3, 0.3), ["scale"] = new JsonArray(0.8, 1.5, 1.1) },
                new JsonObject { ["type"] = "dense", ["name"] = "first", ["weights"] = Rows(4, 3), ["bias"] = Row(4, 0.3), ["activation"] = Function() },
                new JsonObject { ["type"] = "batch_normalization", ["name"] = "batch", ["gamma"] = Row(4, 0.2, 1), ["beta"] = Row(4, 0.2), ["mean"] = Row(4, 0.2), ["variance"] = new JsonArray(0.9, 1.2, 0.5, 1) },
                new JsonObject { ["type"] = "dense", ["name"] = "second", ["weights"] = Rows(4, 4), ["activation"] = Function() },
                new JsonObject { ["type"] = "dropout", ["rate"] = 0.3, ["name"] = "dropped" },
                new JsonObject { ["type"] = "add", ["name"] = "sum", ["inputs"] = new JsonArray("first", "dropped") },
                new JsonObject { ["type"] = "layer_normalization", ["name"] = "layer", ["gamma"] = Row(4, 0.2, 1), ["beta"] = Row(4, 0.2), ["epsilon"] = 0.01 },
                new JsonObject { ["type"] = "activation", ["name"] = "again", ["activation"] = Function() },
                new JsonObject { ["type"] = "concat", ["name"] = "both", ["inputs"] = new JsonArray("again", "input", "sum") },
                new JsonObject { ["type"] = "dense", ["name"] = "last", ["weights"] = Rows(3, 11), ["bias"] = Row(3, 0.2), ["activation"] = output }),
        }.ToJsonString();
    }

    private static double[] Values(Random random, int count, double deviation) =>
        [.. Enumerable.Range(0, count).Select(_ => deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
}
