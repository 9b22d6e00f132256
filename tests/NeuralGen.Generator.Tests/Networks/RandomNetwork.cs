using System.Globalization;
using System.Text.Json.Nodes;

namespace NeuralGen.Generator.Tests.Networks;

/// <summary>A random network of all kinds of layers, as a file.</summary>
internal sealed class RandomNetwork
{
    /// <summary>The activations of all networks, in an order that fingerprints depend on: others are added at the end.</summary>
    private static readonly string[] Activations =
    [
        "linear", "relu", "relu6", "leaky_relu", "prelu", "elu", "selu", "celu", "gelu", "gelu_tanh", "silu", "mish", "sigmoid",
        "hard_sigmoid", "hard_swish", "tanh", "hard_tanh", "softplus", "softsign", "exponential", "softmax", "log_softmax",
        "log_sigmoid", "hard_shrink", "soft_shrink", "tanh_shrink", "softmin", "threshold",
    ];

    private readonly Random _random;

    /// <summary>Null where all activations occur, and all kinds of layers: those of fingerprints are told, and never get another kind.</summary>
    private readonly int? _activations;
    private readonly int _widest;
    private readonly JsonArray _layers = [];
    private readonly List<(string Name, int Size)> _tensors = [];

    /// <param name="seed">Where the random numbers begin.</param>
    /// <param name="widest">Few dense layers have as many units; most have less than seven.</param>
    /// <param name="activations">How many of the activations occur; all when left out.</param>
    public RandomNetwork(int seed, int widest = 60, int? activations = null)
    {
        _random = new Random(seed);
        _widest = widest;
        _activations = activations;
        Seed = seed;
        InputSize = _random.Next(1, _random.Next(5) == 0 ? 40 : 8);
        _tensors.Add(("input", InputSize));
        int layers = _random.Next(1, 7);
        for (int i = 0; i < layers; i++)
        {
            Append(i);
        }

        IsDouble = _random.Next(2) == 0;
        Json = new JsonObject
        {
            ["loss"] = Loss(new Random(seed + 1)),
            ["inputs"] = InputSize,
            ["precision"] = IsDouble ? "double" : "single",
            ["emission"] = _random.Next(4) switch { 0 => "unrolled", 1 => "vectorized", _ => "auto" },
            ["layers"] = _layers,
        }.ToJsonString();
    }

    public int Seed { get; }

    public int InputSize { get; }

    public bool IsDouble { get; }

    public string Json { get; }

    public string FileName => $"Net{Seed.ToString(CultureInfo.InvariantCulture)}.nn.json";

    public string TypeName => "Project.Net" + Seed.ToString(CultureInfo.InvariantCulture);

    public double[] NextInput() => [.. Enumerable.Range(0, InputSize).Select(_ => Normal(1.5))];

    private double Normal(double deviation) =>
        deviation * Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private JsonArray Values(int count, Func<double> next) => [.. Enumerable.Range(0, count).Select(_ => (JsonNode)JsonValue.Create(next()))];

    private void Append(int index)
    {
        (string last, int size) = _tensors[^1];
        string name = $"layer{index}";
        JsonObject layer = new() { ["name"] = name };
        int output = size;
        switch (_random.Next(10))
        {
            case 0:
                layer["type"] = "normalization";
                double spread = _random.Next(3) == 0 ? 100 : 1;
                layer["mean"] = Values(size, () => Normal(spread));
                layer["scale"] = Values(size, () => 0.5 + _random.NextDouble());
                break;
            case 1:
                layer["type"] = "batch_normalization";
                layer["gamma"] = Values(size, () => Normal(1));
                layer["beta"] = Values(size, () => Normal(0.5));
                layer["mean"] = Values(size, () => Normal(1));
                layer["variance"] = Values(size, () => 0.1 + _random.NextDouble());
                layer["epsilon"] = 1e-3;
                break;
            case 2:
                layer["type"] = "layer_normalization";
                layer["gamma"] = Values(size, () => Normal(1));
                layer["beta"] = Values(size, () => Normal(0.5));
                layer["epsilon"] = 1e-2;
                break;
            case 3:
                layer["type"] = "dropout";
                layer["rate"] = 0.25;
                break;
            case 4:
                layer["type"] = "activation";
                layer["activation"] = Activation(size);
                break;
            case 5 when _tensors.Count(tensor => tensor.Size == size) > 1:
                layer["type"] = "add";
                string[] same = [.. _tensors.Where(tensor => tensor.Size == size).Select(tensor => tensor.Name)];
                layer["inputs"] = new JsonArray(same[_random.Next(same.Length)], last);
                break;
            case 6 when _tensors.Count > 1:
                layer["type"] = "concat";
                (string other, int more) = _tensors[_random.Next(_tensors.Count)];
                layer["inputs"] = new JsonArray(last, other);
                output = size + more;
                break;
            default:
                layer["type"] = "dense";
                output = _random.Next(1, _random.Next(4) == 0 ? _widest : 7);
                bool isSparse = _random.Next(3) == 0;
                bool isByInput = _random.Next(4) == 0;
                layer["weights"] = new JsonArray([.. Enumerable.Range(0, isByInput ? size : output).Select(_ => Values(isByInput ? output : size, () => Weight(size, isSparse)))]);
                if (isByInput)
                {
                    layer["layout"] = "inputs_units";
                }

                if (_random.Next(2) == 0)
                {
                    layer["bias"] = Values(output, () => Normal(0.3));
                }

                layer["activation"] = Activation(output);
                break;
        }

        _layers.Add(layer);
        _tensors.Add((name, output));
    }

    /// <summary>A loss that the last layer allows.</summary>
    private JsonNode Loss(Random random)
    {
        JsonObject? layer = _layers.LastOrDefault(candidate => candidate!["type"]!.GetValue<string>() != "dropout")?.AsObject();
        string last = layer?["activation"] is JsonValue activation ? activation.GetValue<string>() : layer?["activation"]?["type"]?.GetValue<string>() ?? "linear";
        List<JsonNode> allowed = ["mean_squared_error", "mean_absolute_error", new JsonObject { ["type"] = "huber", ["delta"] = 0.7 }];
        if (last is "linear" or "sigmoid")
        {
            allowed.AddRange(["binary_cross_entropy", "binary_cross_entropy", "binary_cross_entropy"]);
        }

        if (last is "linear" or "softmax" or "log_softmax")
        {
            allowed.AddRange(["categorical_cross_entropy", "categorical_cross_entropy", "categorical_cross_entropy"]);
        }

        return allowed[random.Next(allowed.Count)];
    }

    private double Weight(int size, bool isSparse) => (isSparse ? _random.Next(4) : 4) switch
    {
        0 => 0,
        1 => _random.Next(2) == 0 ? 1 : -1,
        _ => Normal(1 / Math.Sqrt(size)),
    };

    private JsonNode Activation(int size)
    {
        string name = Activations[_random.Next(_activations ?? Activations.Length)];
        return name switch
        {
            "prelu" when _random.Next(3) == 0 => new JsonObject { ["type"] = name, ["weights"] = Values(1, () => Normal(0.3)) },
            "prelu" => new JsonObject { ["type"] = name, ["weights"] = Values(size, () => Normal(0.3)) },
            "leaky_relu" or "elu" or "celu" when _random.Next(2) == 0 => new JsonObject { ["type"] = name, ["alpha"] = 0.05 + _random.NextDouble() },
            "hard_shrink" or "soft_shrink" when _random.Next(2) == 0 => new JsonObject { ["type"] = name, ["lambda"] = _random.NextDouble() },
            "threshold" => new JsonObject { ["type"] = name, ["threshold"] = Normal(0.5), ["value"] = Normal(0.5) },
            "relu" when _random.Next(2) == 0 => new JsonObject { ["type"] = name, ["max_value"] = 0.5 + _random.NextDouble(), ["negative_slope"] = Normal(0.3), ["threshold"] = 0.5 * _random.NextDouble() },
            "hard_sigmoid" when _random.Next(2) == 0 => new JsonObject { ["type"] = name, ["alpha"] = Normal(0.5), ["beta"] = Normal(0.5) },
            "hard_tanh" when _random.Next(2) == 0 => new JsonObject { ["type"] = name, ["min_val"] = -_random.NextDouble(), ["max_val"] = 0.1 + _random.NextDouble() },
            "softplus" when _random.Next(2) == 0 => new JsonObject { ["type"] = name, ["beta"] = 0.3 + _random.NextDouble(), ["threshold"] = 20 },
            _ => JsonValue.Create(name),
        };
    }
}
