using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Operators;

/// <summary>
/// Constants per channel that the sums of a convolution or of a dense layer are shifted and multiplied by: a batch normalisation that a model
/// writes out. The compiler puts it into the weights.
/// </summary>
internal static class ChannelScales
{
    private const string Shift = "beta";
    private const string Factor = "gamma";

    /// <summary>The layer, where a node is a part of such a normalisation; null for all others.</summary>
    public static Value[]? Of(NodeTranslation node)
    {
        bool commutes = node.Node.Operator is "Add" or "Mul";
        for (int i = 0; i < (commutes ? 2 : 1) && node.InputCount == 2; i++)
        {
            if (node.Input(1 - i).Constant is { } numbers && numbers.Kind.IsFloat() && Axis(node, node.Input(i), numbers) is { } axis
                && With(node, node.Input(i), axis, new Numbers(node.Input(1 - i).Name, numbers.Reshaped([numbers.Count]))) is { } result)
            {
                return [result];
            }
        }

        return null;
    }

    /// <summary>The axis of the layer that has a channel per number; null where the numbers are no such list.</summary>
    private static int? Axis(NodeTranslation node, Value data, Literal numbers)
    {
        if (numbers.Count < 2 || node.OwnLayer(data) is not { } layer || numbers.Shape.Length > data.Shape.Length)
        {
            return null;
        }

        int last = data.LayerShape.Length - 1;
        bool isDense = layer.Type == "dense" || (IsWritten(layer) && layer.Arguments.Any(argument => argument.Key == "axis" && argument.Value is int axis && axis == last)) || (IsWritten(layer) && last == 0);
        return isDense
            ? Dimensions.WithoutLeadingOnes(numbers.Shape).Length == 1 && numbers.Count == data.Shape[data.Shape.Length - 1] && data.LayerShape[last] == numbers.Count ? last : null
            : ConvolutionOperators.IsPerChannel(data, numbers) && data.LayerShape[0] == numbers.Count ? 0 : null;
    }

    private static Value? With(NodeTranslation node, Value data, int axis, Numbers numbers)
    {
        Layer layer = node.OwnLayer(data)!;
        string kind = node.Node.Operator;
        if (layer.Arguments.Any(argument => argument.Key == "activation"))
        {
            return null;
        }

        if (IsWritten(layer))
        {
            bool hasFactor = layer.Arguments.Any(argument => argument.Key == Factor);
            bool hasShift = layer.Arguments.Any(argument => argument.Key == Shift);
            if (hasShift || (kind is "Mul" or "Div" && hasFactor))
            {
                return null;
            }

            layer.Arguments.Add(kind is "Mul" or "Div" ? (Factor, Taken(numbers, kind)) : (Shift, Taken(numbers, kind)));
            return node.Result(data.Kind, data.Shape, layer.Name, data.LayerShape);
        }

        if (layer.Type != "dense" && !layer.Type.StartsWith("conv", StringComparison.Ordinal))
        {
            return null;
        }

        if (kind is "Add" or "Sub" && layer.Arguments.All(argument => argument.Key != "bias"))
        {
            layer.Arguments.Remove(("use_bias", false));
            layer.Arguments.Add(("bias", Taken(numbers, kind)));
            return node.Result(data.Kind, data.Shape, layer.Name, data.LayerShape);
        }

        int count = numbers.Values.Count;
        Literal zeros = Literal.Of(numbers.Values.Kind, [count], new double[count]);
        Literal ones = Literal.Of(numbers.Values.Kind, [count], Enumerable.Repeat(1.0, count).ToArray());
        string added = node.Add(
            "batch_normalization",
            node.Layers.Read(data, data.LayerShape),
            ("axis", axis == 0 ? null : axis),
            ("mean", kind == "Sub" ? numbers : new Numbers("zeros", zeros)),
            ("variance", new Numbers("ones", ones)),
            ("epsilon", 0.0),
            (Factor, kind is "Mul" or "Div" ? Taken(numbers, kind) : null),
            (Shift, kind == "Add" ? numbers : null));
        return node.Result(data.Kind, data.Shape, added, data.LayerShape);
    }

    /// <summary>Whether a layer is such a normalisation: those of models have an epsilon.</summary>
    private static bool IsWritten(Layer layer) => layer.Type == "batch_normalization" && layer.Arguments.Contains(("epsilon", 0.0));

    private static Numbers Taken(Numbers numbers, string kind)
    {
        Literal values = numbers.Values;
        double Changed(double value) => kind == "Sub" ? -value : 1 / value;
        return kind is "Sub" or "Div" ? numbers with { Values = Literal.Of(values.Kind, values.Shape, Array.ConvertAll(values.Numbers(), value => values.Kind == ElementKind.Double ? Changed(value) : (float)Changed(value))) } : numbers;
    }
}
