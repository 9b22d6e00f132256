using System.Globalization;
using System.Text.Json.Nodes;

namespace NeuralGen.Generator.Tests.Networks;

/// <summary>A random network over a sequence, an image or a volume, as a file.</summary>
internal sealed partial class SpatialNetwork
{
    private static readonly string[] Activations = ["relu", "tanh", "prelu", "leaky_relu", "silu", "linear"];

    private readonly Random _random;
    private readonly double _zeros;
    private readonly bool _movesValues;
    private readonly bool _computes;
    private readonly JsonArray _layers = [];
    private readonly List<(string Name, int[] Shape)> _tensors = [];

    /// <param name="seed">Where the random numbers begin.</param>
    /// <param name="isTrainable">Whether the network can be trained.</param>
    /// <param name="zeros">The share of weights that are zero; a sum of none but these lies on the corner of an activation.</param>
    /// <param name="movesValues">Whether there are layers that move values about.</param>
    /// <param name="computes">Whether there are layers that compute, beside those that every network may have.</param>
    /// <param name="hasPairs">Whether there are layers that the compiler computes along with others.</param>
    public SpatialNetwork(int seed, bool isTrainable = false, double zeros = 0, bool movesValues = false, bool computes = false, bool hasPairs = false)
    {
        _computes = computes;
        _movesValues = movesValues;
        _random = new Random(seed);
        _zeros = zeros;
        Seed = seed;
        int axes = _random.Next(1, 4);
        InputShape = [_random.Next(1, 5), .. Enumerable.Range(0, axes).Select(_ => _random.Next(3, axes == 3 ? 5 : axes == 2 ? 8 : 14))];
        if (hasPairs && axes < 3)
        {
            InputShape[^1] += 14;
        }

        _tensors.Add(("input", InputShape));
        int layers = _random.Next(1, 6);
        for (int i = 0; i < layers; i++)
        {
            if (hasPairs && _random.Next(5) > 0)
            {
                AppendPair($"layer{i}");
            }
            else
            {
                AppendSpatial($"layer{i}");
            }
        }

        AppendHead();
        IsDouble = _random.Next(3) == 0;
        Json = new JsonObject
        {
            ["inputs"] = new JsonArray(new JsonObject { ["name"] = "image", ["shape"] = Integers(InputShape) }),
            ["precision"] = IsDouble ? "double" : "single",
            ["trainable"] = isTrainable,
            ["emission"] = hasPairs ? "vectorized" : _random.Next(5) switch { 0 => "unrolled", 1 or 2 => "vectorized", _ => "auto" },
            ["layers"] = _layers,
        }.ToJsonString();
    }

    public int Seed { get; }

    public int[] InputShape { get; }

    public int InputSize => InputShape.Aggregate(1, (product, size) => product * size);

    public bool IsDouble { get; }

    public string Json { get; }

    public string FileName => $"Spatial{Seed.ToString(CultureInfo.InvariantCulture)}.nn.json";

    public string TypeName => "Project.Spatial" + Seed.ToString(CultureInfo.InvariantCulture);

    public double[] NextInput() => [.. Enumerable.Range(0, InputSize).Select(_ => Normal(1))];

    private double Normal(double deviation) =>
        deviation * Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private static JsonArray Integers(IEnumerable<int> values) => [.. values.Select(value => (JsonNode)JsonValue.Create(value))];

    private JsonArray Values(int count, Func<double> next) => [.. Enumerable.Range(0, count).Select(_ => (JsonNode)JsonValue.Create(next()))];

    private JsonNode Tensor(int[] shape, double deviation) => shape.Length == 1
        ? Values(shape[0], () => _random.NextDouble() < _zeros ? 0 : Normal(deviation))
        : new JsonArray([.. Enumerable.Range(0, shape[0]).Select(_ => Tensor(shape[1..], deviation))]);

    private void AppendSpatial(string name)
    {
        (string last, int[] shape) = _tensors[^1];
        JsonObject layer = new() { ["name"] = name };
        int[]? output = _computes && _random.Next(2) == 0 ? Compute(layer, shape) : _random.Next(_movesValues ? 15 : 8) switch
        {
            0 or 1 or 2 => Convolution(layer, shape),
            3 or 4 => Pool(layer, shape),
            5 => BatchNormalization(layer, shape),
            6 => Join(layer, shape),
            8 => Transpose(layer, shape),
            9 or 10 => Slice(layer, shape),
            11 or 12 => Pad(layer, shape),
            13 => Gather(layer, shape),
            14 => Swap(name, layer, shape),
            _ => Activation(layer, shape),
        };
        if (output is null)
        {
            return;
        }

        _layers.Add(layer);
        _tensors.Add((name, output));
    }

    private int[]? Convolution(JsonObject layer, int[] shape)
    {
        int axes = shape.Length - 1;
        int groups = shape[0] % 2 == 0 && _random.Next(3) == 0 ? _random.Next(2) == 0 ? 2 : shape[0] : 1;
        int units = groups * _random.Next(1, 4);
        (int[] Kernel, int[] Stride, int[] Dilation, int[] Padding, int[] Output)? window = Window(shape, canBeSame: false);
        if (window is not { } found)
        {
            return null;
        }

        layer["type"] = $"conv{axes}d";
        layer["units"] = units;
        WriteWindow(layer, found.Kernel, found.Stride, found.Padding);
        layer["dilation"] = Integers(found.Dilation);
        layer["groups"] = groups;
        int[] weights = [units, shape[0] / groups, .. found.Kernel];
        layer["weights"] = Tensor(weights, 1.3 / Math.Sqrt(weights.Skip(1).Aggregate(1, (product, size) => product * size)));
        if (_random.Next(3) > 0)
        {
            layer["bias"] = Values(units, () => Normal(0.4));
        }

        layer["activation"] = Function(units);
        return [units, .. found.Output];
    }

    private int[]? Pool(JsonObject layer, int[] shape)
    {
        int axes = shape.Length - 1;
        bool isMax = _random.Next(2) == 0;
        if (Window(shape, canBeSame: true) is not { } found)
        {
            return null;
        }

        layer["type"] = $"{(isMax ? "max" : "average")}_pool{axes}d";
        WriteWindow(layer, found.Kernel, found.Stride, found.Padding);
        if (isMax)
        {
            layer["dilation"] = Integers(found.Dilation);
        }
        else
        {
            layer["count_include_pad"] = _random.Next(2) == 0;
        }

        return isMax || found.Dilation.All(dilation => dilation == 1) ? [shape[0], .. found.Output] : null;
    }

    private static void WriteWindow(JsonObject layer, int[] kernel, int[] stride, int[] padding)
    {
        layer["kernel"] = Integers(kernel);
        layer["stride"] = Integers(stride);
        layer["padding"] = Integers(padding);
    }

    private (int[] Kernel, int[] Stride, int[] Dilation, int[] Padding, int[] Output)? Window(int[] shape, bool canBeSame)
    {
        int axes = shape.Length - 1;
        int[] kernel = [.. Enumerable.Range(0, axes).Select(_ => _random.Next(1, 4))];
        int[] stride = [.. Enumerable.Range(0, axes).Select(_ => _random.Next(1, 3))];
        int[] dilation = [.. Enumerable.Range(0, axes).Select(_ => _random.Next(4) == 0 ? 2 : 1)];

        // At most half of a pool's kernel is padding.
        int[] padding = [.. Enumerable.Range(0, 2 * axes).Select(i => _random.Next(0, (canBeSame ? kernel[i % axes] / 2 : 2) + 1))];
        int[] output = new int[axes];
        for (int axis = 0; axis < axes; axis++)
        {
            int room = shape[axis + 1] + padding[axis] + padding[axes + axis] - ((kernel[axis] - 1) * dilation[axis]) - 1;
            if (room < 0 || (canBeSame && dilation[axis] > 1 && padding[axis] + padding[axes + axis] > 0))
            {
                return null;
            }

            output[axis] = (room / stride[axis]) + 1;
        }

        return (kernel, stride, dilation, padding, output);
    }

    private int[] BatchNormalization(JsonObject layer, int[] shape)
    {
        layer["type"] = "batch_normalization";
        layer["gamma"] = Values(shape[0], () => Normal(1));
        layer["beta"] = Values(shape[0], () => Normal(0.5));
        layer["mean"] = Values(shape[0], () => Normal(0.5));
        layer["variance"] = Values(shape[0], () => 0.2 + _random.NextDouble());
        return shape;
    }

    private int[]? Join(JsonObject layer, int[] shape)
    {
        (string Name, int[] Shape)[] others = [.. _tensors.Where(tensor => tensor.Shape.Length == shape.Length && tensor.Shape.Skip(1).SequenceEqual(shape.Skip(1)))];
        (string Name, int[] Shape) other = others[_random.Next(others.Length)];
        bool isSum = other.Shape[0] == shape[0] && _random.Next(2) == 0;
        layer["type"] = isSum ? "add" : "concat";
        layer["inputs"] = new JsonArray(_tensors[^1].Name, other.Name);
        return isSum ? shape : [shape[0] + other.Shape[0], .. shape[1..]];
    }

    private int[] Activation(JsonObject layer, int[] shape)
    {
        if (_random.Next(3) == 0)
        {
            layer["type"] = _random.Next(2) == 0 ? "softmax" : "log_softmax";
            layer["axis"] = _random.Next(-shape.Length, shape.Length);
            return shape;
        }

        layer["type"] = "activation";
        layer["activation"] = Function(shape[0]);
        return shape;
    }

    private JsonNode Function(int channels)
    {
        string name = Activations[_random.Next(Activations.Length)];
        return name == "prelu"
            ? new JsonObject { ["type"] = name, ["weights"] = Values(_random.Next(3) == 0 ? 1 : channels, () => Normal(0.3)) }
            : name;
    }

    /// <summary>What makes a list of an image: all its values, a value per channel, or rows that each go through a layer.</summary>
    private void AppendHead()
    {
        int[] shape = _tensors[^1].Shape;
        switch (_random.Next(4))
        {
            case 0:
                _layers.Add(new JsonObject { ["type"] = _random.Next(2) == 0 ? "global_average_pool" : "global_max_pool", ["name"] = "pooled" });
                AppendDense("head", shape[0], _random.Next(1, 4));
                break;
            case 1:
                AppendDense("rows", shape[^1], _random.Next(1, 4));
                break;
            case 2:
                _layers.Add(new JsonObject { ["type"] = "flatten", ["name"] = "flat" });
                AppendDense("head", shape.Aggregate(1, (product, size) => product * size), _random.Next(1, 4));
                break;
            default:
                _layers.Add(new JsonObject { ["type"] = "reshape", ["name"] = "same", ["shape"] = Integers([shape[^1], -1]) });
                break;
        }
    }

    private void AppendDense(string name, int inputs, int units) => _layers.Add(new JsonObject
    {
        ["type"] = "dense",
        ["name"] = name,
        ["weights"] = Tensor([units, inputs], 1 / Math.Sqrt(inputs)),
        ["bias"] = Values(units, () => Normal(0.3)),
    });
}
