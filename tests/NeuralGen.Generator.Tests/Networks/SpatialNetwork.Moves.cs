using System.Text.Json.Nodes;

namespace NeuralGen.Generator.Tests.Networks;

/// <content>Layers that move values about.</content>
internal sealed partial class SpatialNetwork
{
    private int[] Transpose(JsonObject layer, int[] shape)
    {
        int[] axes = [.. Enumerable.Range(0, shape.Length)];
        _random.Shuffle(axes);
        layer["type"] = "transpose";
        layer["axes"] = Integers(axes.Select(axis => _random.Next(2) == 0 ? axis : axis - shape.Length));
        return [.. axes.Select(axis => shape[axis])];
    }

    private int[] Slice(JsonObject layer, int[] shape)
    {
        int axis = _random.Next(shape.Length);
        int size = shape[axis];
        int first = _random.Next(size);
        int last = _random.Next(first, size);
        int step = _random.Next(1, 3);
        bool isBackwards = _random.Next(3) == 0;
        layer["type"] = "slice";
        layer["axis"] = axis;
        layer["start"] = (isBackwards ? last : first) - (_random.Next(2) == 0 ? size : 0);
        layer["step"] = isBackwards ? -step : step;
        if (!isBackwards)
        {
            layer["end"] = last + 1;
        }
        else if (first > 0)
        {
            layer["end"] = first - 1;
        }

        return [.. shape[..axis], ((last - first) / step) + 1, .. shape[(axis + 1)..]];
    }

    private int[] Pad(JsonObject layer, int[] shape)
    {
        string mode = _random.Next(4) switch { 0 => "reflect", 1 => "edge", _ => "constant" };
        int[] padding = [.. shape.Concat(shape).Select(size => _random.Next(0, mode == "reflect" ? Math.Min(size, 3) : 3))];
        layer["type"] = "pad";
        layer["padding"] = Integers(padding);
        layer["mode"] = mode;
        if (mode == "constant" && _random.Next(2) == 0)
        {
            layer["value"] = Normal(1);
        }

        return [.. shape.Select((size, axis) => size + padding[axis] + padding[shape.Length + axis])];
    }

    private int[] Gather(JsonObject layer, int[] shape)
    {
        int axis = _random.Next(shape.Length);
        int[] indices = [.. Enumerable.Range(0, _random.Next(1, shape[axis] + 2)).Select(_ => _random.Next(-shape[axis], shape[axis]))];
        layer["type"] = "gather";
        layer["axis"] = axis - shape.Length;
        layer["indices"] = Integers(indices);
        return [.. shape[..axis], indices.Length, .. shape[(axis + 1)..]];
    }

    /// <summary>Two parts along an axis, joined the other way round.</summary>
    private int[]? Swap(string name, JsonObject layer, int[] shape)
    {
        int axis = _random.Next(shape.Length);
        if (shape[axis] < 2)
        {
            return null;
        }

        int first = _random.Next(1, shape[axis]);
        _layers.Add(new JsonObject
        {
            ["type"] = "split",
            ["name"] = $"{name}_parts",
            ["axis"] = axis,
            ["sizes"] = Integers([first, shape[axis] - first]),
            ["outputs"] = new JsonArray($"{name}_first", $"{name}_second"),
        });
        layer["type"] = "concat";
        layer["axis"] = axis;
        layer["inputs"] = new JsonArray($"{name}_second", $"{name}_first");
        return shape;
    }
}
