using System.Text.Json.Nodes;

namespace NeuralGen.Generator.Tests.Networks;

/// <content>Layers that compute, beside those that every network may have.</content>
internal sealed partial class SpatialNetwork
{
    private int[]? Compute(JsonObject layer, int[] shape) => _random.Next(7) switch
    {
        0 => Normalization(layer, shape),
        1 => Product(layer, shape),
        2 => Reduce(layer, shape),
        3 => Expression(layer, shape),
        4 => Resize(layer, shape),
        5 => Attention(layer, shape),
        _ => TransposedConvolution(layer, shape),
    };

    private int[] Normalization(JsonObject layer, int[] shape)
    {
        int kind = _random.Next(shape.Length > 1 && shape.Length < 5 ? 4 : 3);
        int[] divisors = [.. Enumerable.Range(1, shape[0]).Where(groups => shape[0] % groups == 0)];
        layer["type"] = new[] { "layer_normalization", "rms_normalization", "group_normalization", "instance_normalization" }[kind];
        layer["epsilon"] = 0.1;
        int size = kind < 2 ? shape[^1] : shape[0];
        bool isAffine = kind < 2 || _random.Next(2) == 0;
        if (kind == 2)
        {
            layer["groups"] = divisors[_random.Next(divisors.Length)];
            layer["affine"] = isAffine;
        }

        if (isAffine)
        {
            layer["gamma"] = Values(size, () => Normal(1));
        }

        if (isAffine && kind != 1)
        {
            layer["beta"] = Values(size, () => Normal(0.5));
        }

        return shape;
    }

    /// <summary>The product of the last tensor with one before it, or with itself.</summary>
    private int[]? Product(JsonObject layer, int[] shape)
    {
        (string name, int[] other) = _tensors[_random.Next(_tensors.Count)];
        (bool left, bool right) = (_random.Next(2) == 0, _random.Next(2) == 0);
        if (shape.Length < 2 || other.Length < 2)
        {
            return null;
        }

        (int rows, int depth) = left ? (shape[^1], shape[^2]) : (shape[^2], shape[^1]);
        (int inner, int columns) = right ? (other[^1], other[^2]) : (other[^2], other[^1]);
        int rank = Math.Max(shape.Length, other.Length) - 2;
        int[] one = [.. Enumerable.Repeat(1, rank + 2 - shape.Length), .. shape[..^2]];
        int[] two = [.. Enumerable.Repeat(1, rank + 2 - other.Length), .. other[..^2]];
        int[] output = [.. one.Zip(two, Math.Max), rows, columns];
        if (inner != depth || one.Zip(two, (a, b) => a != b && a != 1 && b != 1).Any(differs => differs) || output.Aggregate(1, (product, size) => product * size) > 300)
        {
            return null;
        }

        layer["type"] = "matmul";
        layer["transpose_left"] = left;
        layer["transpose_right"] = right;
        layer["inputs"] = new JsonArray(_tensors[^1].Name, name);
        return output;
    }

    /// <summary>Attention of the last tensor to one before it, or to itself.</summary>
    private int[]? Attention(JsonObject layer, int[] shape)
    {
        (string name, int[] other) = _tensors[_random.Next(_tensors.Count)];
        (bool isScaled, bool isCausal) = (_random.Next(2) == 0, _random.Next(2) == 0);
        bool fits = shape.Length > 1 && shape.Length == other.Length && shape[^1] == other[^1] && shape.AsSpan(..^2).SequenceEqual(other.AsSpan(..^2));
        (string keys, int[] asked) = fits ? (name, other) : _tensors[^1];
        if (shape.Length < 2 || shape.Aggregate(1, (product, size) => product * size) > 300)
        {
            return null;
        }

        layer["type"] = "attention";
        layer["inputs"] = new JsonArray(_tensors[^1].Name, keys, keys);
        layer["causal"] = isCausal;
        if (isScaled)
        {
            layer["scale"] = Normal(0.5);
        }

        return [.. shape[..^1], asked[^1]];
    }

    private int[] Reduce(JsonObject layer, int[] shape)
    {
        string[] operations = ["sum", "mean", "max", "min", "product", "l1", "l2", "sum_of_squares", "log_sum_exp"];
        int[] axes = [.. Enumerable.Range(0, shape.Length)];
        _random.Shuffle(axes);

        // What comes behind expects two axes or more.
        bool keeps = shape.Length < 3 || _random.Next(2) == 0;
        axes = axes[..(keeps ? _random.Next(1, shape.Length + 1) : 1)];
        layer["type"] = "reduce";
        layer["operation"] = operations[_random.Next(operations.Length)];
        layer["axes"] = Integers(axes.Select(axis => _random.Next(2) == 0 ? axis : axis - shape.Length));
        layer["keep_dimensions"] = keeps;
        return keeps ? [.. shape.Select((size, axis) => axes.Contains(axis) ? 1 : size)] : [.. shape.Where((_, axis) => !axes.Contains(axis))];
    }

    /// <summary>A random formula of the last tensor and one that can be broadcast with it.</summary>
    private int[] Expression(JsonObject layer, int[] shape)
    {
        (string name, int[] other) = _tensors[_random.Next(_tensors.Count)];
        int rank = Math.Max(shape.Length, other.Length);
        int[] one = [.. Enumerable.Repeat(1, rank - shape.Length), .. shape];
        int[] two = [.. Enumerable.Repeat(1, rank - other.Length), .. other];
        int[] output = [.. one.Zip(two, Math.Max)];
        bool isPair = one.Zip(two, (a, b) => a == b || a == 1 || b == 1).All(fits => fits) && output.Aggregate(1, (product, size) => product * size) <= 300;
        layer["type"] = "expression";
        layer["formula"] = Formula(isPair ? [_tensors[^1].Name, name] : ["x"], 3);
        if (isPair)
        {
            layer["inputs"] = new JsonArray(_tensors[^1].Name, name);
        }

        return isPair ? output : shape;
    }

    private string Formula(string[] names, int depth)
    {
        string name = names[_random.Next(names.Length)];
        string Part() => Formula(names, depth - 1);
        return depth == 0 ? name : _random.Next(16) switch
        {
            0 => $"{Part()} + {Part()}",
            1 => $"({Part()}) - ({Part()})",
            2 => $"({Part()}) * {name}",
            3 => $"({Part()}) / (2 + abs({Part()}))",
            4 => $"({Part()} > {name} ? {Part()} : -({Part()}))",
            5 => $"tanh({Part()}) * ({Part()})",
            6 => $"min({Part()}, {Part()})",
            7 => $"max({Part()}, 0.5)",
            8 => $"sqrt(1 + pow({Part()}, 2))",
            9 => $"log(1.5 + sin({Part()}))",
            10 => $"exp(-abs({Part()}))",
            11 => $"pow(2 + tanh({Part()}), cos({Part()}))",
            12 => $"silu({Part()})",
            13 => $"leaky_relu({Part()}, 0.2) - sigmoid({name})",
            14 => $"({name} < 0.3) * ({Part()})",
            _ => name,
        };
    }

    private int[]? Resize(JsonObject layer, int[] shape)
    {
        int[] sizes = [.. shape.Skip(1).Select(size => _random.Next(1, (2 * size) + 1))];
        if (shape.Length is < 2 or > 4 || shape[0] * sizes.Aggregate(1, (product, size) => product * size) > 300)
        {
            return null;
        }

        int mode = _random.Next(4);
        layer["type"] = "resize";
        layer["mode"] = new[] { "nearest", "nearest_exact", "linear", "cubic" }[mode];
        layer["size"] = Integers(sizes);
        if (mode > 1)
        {
            layer["align_corners"] = _random.Next(2) == 0;
        }

        return [shape[0], .. sizes];
    }

    private int[]? TransposedConvolution(JsonObject layer, int[] shape)
    {
        int axes = shape.Length - 1;
        if (axes is < 1 or > 3 || shape.Aggregate(1, (product, size) => product * size) > 300)
        {
            return null;
        }

        int groups = shape[0] % 2 == 0 && _random.Next(3) == 0 ? _random.Next(2) == 0 ? 2 : shape[0] : 1;
        int units = groups * _random.Next(1, 3);
        int[] kernel = [.. Enumerable.Range(0, axes).Select(_ => _random.Next(1, 4))];
        int[] stride = [.. Enumerable.Range(0, axes).Select(_ => _random.Next(1, 3))];
        int[] dilation = [.. Enumerable.Range(0, axes).Select(_ => _random.Next(4) == 0 ? 2 : 1)];
        int[] more = [.. stride.Zip(dilation, (distance, step) => _random.Next(Math.Max(distance, step)))];
        int[] padding = [.. Enumerable.Range(0, 2 * axes).Select(_ => _random.Next(0, 2))];
        int[] output = [.. Enumerable.Range(0, axes).Select(axis =>
            ((shape[axis + 1] - 1) * stride[axis]) + ((kernel[axis] - 1) * dilation[axis]) + 1 + more[axis] - padding[axis] - padding[axes + axis])];
        if (output.Any(size => size < 1))
        {
            return null;
        }

        layer["type"] = $"conv_transpose{axes}d";
        layer["units"] = units;
        WriteWindow(layer, kernel, stride, padding);
        layer["output_padding"] = Integers(more);
        layer["dilation"] = Integers(dilation);
        layer["groups"] = groups;
        int[] weights = [shape[0], units / groups, .. kernel];
        layer["weights"] = Tensor(weights, 1.3 / Math.Sqrt(shape[0] / groups * kernel.Aggregate(1, (product, size) => product * size)));
        if (_random.Next(3) > 0)
        {
            layer["bias"] = Values(units, () => Normal(0.4));
        }

        layer["activation"] = Function(units);
        return [units, .. output];
    }
}
