using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Operators;

/// <summary>
/// Normalisations that a model writes out, operator by operator, are layers again; what computed their parts is read by nobody then, and vanishes.
/// </summary>
internal static class WrittenNormalizations
{
    /// <summary>The layer, where a quotient is that of a normalisation; null for all others.</summary>
    public static Value[]? Quotient(NodeTranslation node)
    {
        if (node.InputCount != 2)
        {
            return null;
        }

        if (node.Node.Operator == "Div")
        {
            return Normalized(node, node.Input(0), node.Input(1));
        }

        for (int i = 0; i < 2; i++)
        {
            if (Inverted(node, node.Input(1 - i)) is { } deviation && Normalized(node, node.Input(i), deviation) is { } result)
            {
                return result;
            }
        }

        return null;
    }

    /// <summary>The scale or the shift behind a normalisation becomes its own; null where a node is none.</summary>
    public static Value[]? Affine(NodeTranslation node)
    {
        for (int i = 0; i < 2 && node.InputCount == 2; i++)
        {
            if (node.Input(1 - i).Constant is { } numbers && numbers.Kind.IsFloat()
                && (Scaled(node, node.Input(i), node.Input(1 - i), numbers) ?? Grouped(node, node.Input(i), node.Input(1 - i), numbers)) is { } result)
            {
                return [result];
            }
        }

        return null;
    }

    private static Value[]? Normalized(NodeTranslation node, Value data, Value deviation)
    {
        Value? variance = node.Made(deviation, "Sqrt")?.Input(0)
            ?? (node.Made(deviation, "Pow") is { } power && power.Input(1).Constant is { Count: 1 } half && half.Number(0) == 0.5 ? power.Input(0) : null);
        if (variance is null || !data.Kind.IsFloat() || data.Constant is not null || node.Made(variance, "Add") is not { } sum)
        {
            return null;
        }

        int known = sum.Input(0).Constant is null ? 1 : 0;
        if (sum.Input(known).Constant is not { Count: 1 } epsilon || !(epsilon.Number(0) > 0) || Averaged(node, sum.Input(1 - known)) is not { } mean
            || Root(node, mean.Data) is not { } centered || LastAxes(data, mean.Axes) is not { } size)
        {
            return null;
        }

        Value? whole = Centered(node, data, mean.Axes);
        if (whole is not null ? !ReferenceEquals(centered, data) && !ReferenceEquals(Centered(node, centered, mean.Axes), whole) : !ReferenceEquals(centered, data))
        {
            return null;
        }

        Value read = whole ?? data;
        int[] flat = data.Count == size ? [size] : [data.Count / size, size];
        string layer = node.Add(whole is null ? "rms_normalization" : "layer_normalization", node.Layers.Read(read, flat), ("epsilon", epsilon.Number(0)));
        return [node.Result(data.Kind, data.Shape, layer, flat)];
    }

    /// <summary>What a value is 1 divided by; null where it is no such quotient.</summary>
    private static Value? Inverted(NodeTranslation node, Value value) =>
        node.Made(value, "Reciprocal")?.Input(0)
        ?? (node.Made(value, "Div") is { } quotient && quotient.Input(0).Constant is { Count: 1 } one && one.Number(0) == 1 ? quotient.Input(1) : null);

    /// <summary>What a mean that keeps its axes is taken of.</summary>
    private static (Value Data, int[] Axes)? Averaged(NodeTranslation node, Value value) =>
        node.Made(value, "ReduceMean") is { } mean && mean.Flag("keepdims", true) && mean.Integers("axes", 1, "the axes") is { Length: > 0 } axes
            ? (mean.Input(0), mean.Axes(axes, mean.Input(0).Shape.Length))
            : null;

    /// <summary>What a square is the square of.</summary>
    private static Value? Root(NodeTranslation node, Value square) =>
        node.Made(square, "Pow") is { } power && power.Input(1).Constant is { Count: 1 } two && two.Number(0) == 2 ? power.Input(0)
        : node.Made(square, "Mul") is { } product && ReferenceEquals(product.Input(0), product.Input(1)) ? product.Input(0)
        : null;

    /// <summary>What a value is without its mean along some axes; null where it is no such difference.</summary>
    private static Value? Centered(NodeTranslation node, Value value, int[] axes) =>
        node.Made(value, "Sub") is { } difference && Averaged(node, difference.Input(1)) is { } mean
        && ReferenceEquals(mean.Data, difference.Input(0)) && mean.Axes.OrderBy(axis => axis).SequenceEqual(axes.OrderBy(axis => axis))
            ? mean.Data
            : null;

    /// <summary>How many values some axes have together, where they are the last ones.</summary>
    private static int? LastAxes(Value data, int[] axes)
    {
        int first = data.Shape.Length - axes.Length;
        return axes.All(axis => axis >= first) ? Dimensions.Count(data.Shape.Skip(first)) : null;
    }

    private static Value? Scaled(NodeTranslation node, Value data, Value operand, Literal numbers)
    {
        bool isScale = node.Node.Operator == "Mul";
        if (!(isScale || node.Node.Operator == "Add") || node.OwnLayer(data) is not { } layer
            || layer.Type is not ("layer_normalization" or "rms_normalization" or "group_normalization") || (layer.Type == "rms_normalization" && !isScale))
        {
            return null;
        }

        bool isGroup = layer.Type == "group_normalization";
        int size = isGroup ? data.Shape[1] : data.LayerShape[data.LayerShape.Length - 1];
        int[] shape = Dimensions.WithoutLeadingOnes(numbers.Shape);
        bool fits = numbers.Count == size && size > 1 && numbers.Shape.Length <= data.Shape.Length
            && (isGroup ? ConvolutionOperators.IsPerChannel(data, numbers) : data.Shape.Skip(data.Shape.Length - shape.Length).SequenceEqual(shape));
        string key = isScale ? "gamma" : "beta";
        if (!fits || layer.Arguments.Any(argument => argument.Key == key || argument.Key == "beta"))
        {
            return null;
        }

        layer.Arguments.Add((key, new Numbers(operand.Name, numbers.Reshaped([size]))));
        return node.Result(data.Kind, data.Shape, layer.Name, data.LayerShape);
    }

    /// <summary>An instance normalisation of groups of channels, and a scale per channel behind it.</summary>
    private static Value? Grouped(NodeTranslation node, Value data, Value operand, Literal numbers)
    {
        if (node.Node.Operator != "Mul" || node.Made(data, "Reshape") is not { } back || node.Made(back.Input(0), "InstanceNormalization") is not { } instance
            || node.Made(instance.Input(0), "Reshape") is not { } into || into.Input(0) is not { Constant: null } source
            || !source.Shape.SequenceEqual(data.Shape) || data.Shape.Length < 3 || data.Shape[0] != 1 || !ConvolutionOperators.IsPerChannel(data, numbers))
        {
            return null;
        }

        int groups = instance.Input(0).Shape[1];
        bool isPlain = instance.Input(1).Constant is { } scale && instance.Input(2).Constant is { } shift && scale.Numbers().All(value => value == 1) && shift.Numbers().All(value => value == 0);
        if (!isPlain || instance.Input(0).Shape[0] != 1 || data.Shape[1] % groups != 0)
        {
            return null;
        }

        int[] image = [.. data.Shape.Skip(1)];
        string layer = node.Add(
            "group_normalization",
            node.Layers.Read(source, image),
            ("groups", groups),
            ("epsilon", instance.Float("epsilon", 1e-5)),
            ("gamma", new Numbers(operand.Name, numbers.Reshaped([numbers.Count]))));
        return node.Result(data.Kind, data.Shape, layer, image);
    }
}
