using System.Text.Json.Nodes;

namespace NeuralGen.Generator.Tests.Networks;

/// <content>Layers that the compiler computes along with their neighbours.</content>
internal sealed partial class SpatialNetwork
{
    private void AppendPair(string name)
    {
        Func<JsonObject, int[], int[]?>[] writers = [Normalization, Product, Pool, Plain, Resize, Reduce];
        Func<JsonObject, int[], int[]?>[] moves = [Transpose, Slice];
        Func<JsonObject, int[], int[]?>[] windows = [Average, Convolution];
        Func<JsonObject, int[], int[]?>[] pair = _random.Next(7) switch
        {
            0 or 1 => [Expression, Reduce],
            2 => [moves[_random.Next(moves.Length)], Reduce],
            3 => [Surround, windows[_random.Next(windows.Length)]],
            4 => [Expression, Softmax],
            _ => [writers[_random.Next(writers.Length)], Alone],
        };
        if (TryAppend($"{name}_first", pair[0]))
        {
            TryAppend(name, pair[1]);
        }
    }

    private bool TryAppend(string name, Func<JsonObject, int[], int[]?> make)
    {
        JsonObject layer = new() { ["name"] = name };
        if (make(layer, _tensors[^1].Shape) is not { } output)
        {
            return false;
        }

        _layers.Add(layer);
        _tensors.Add((name, output));
        return true;
    }

    /// <summary>Zeros around an image.</summary>
    private int[] Surround(JsonObject layer, int[] shape)
    {
        int[] before = [0, .. shape.Skip(1).Select(_ => _random.Next(2))];
        int[] after = [0, .. shape.Skip(1).Select(_ => _random.Next(2))];
        layer["type"] = "pad";
        layer["padding"] = Integers(before.Concat(after));
        return [.. shape.Select((size, axis) => size + before[axis] + after[axis])];
    }

    private int[]? Average(JsonObject layer, int[] shape)
    {
        int axes = shape.Length - 1;
        int[] kernel = [.. Enumerable.Range(0, axes).Select(_ => _random.Next(2, 4))];
        if (axes is < 1 or > 3 || shape.Skip(1).Zip(kernel).Any(axis => axis.First < axis.Second))
        {
            return null;
        }

        layer["type"] = $"average_pool{axes}d";
        layer["kernel"] = Integers(kernel);
        layer["stride"] = 1;
        layer["count_include_pad"] = _random.Next(2) == 0;
        return [shape[0], .. shape.Skip(1).Zip(kernel, (size, taps) => size - taps + 1)];
    }

    private int[]? Plain(JsonObject layer, int[] shape)
    {
        int[]? output = shape.Length is > 1 and < 5 ? Convolution(layer, shape) : null;
        layer.Remove("activation");
        return output;
    }

    private int[] Softmax(JsonObject layer, int[] shape)
    {
        layer["type"] = _random.Next(2) == 0 ? "softmax" : "log_softmax";
        layer["axis"] = _random.Next(3) == 0 ? _random.Next(-shape.Length, shape.Length) : -1;
        return shape;
    }

    /// <summary>A formula of the last tensor alone.</summary>
    private int[] Alone(JsonObject layer, int[] shape)
    {
        layer["type"] = "expression";
        layer["formula"] = $"0.3 * x + {Formula(["x"], 2)}";
        return shape;
    }
}
