using NeuralGen.Import.Graphs;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Translation;

/// <content>Results that are computed value by value.</content>
internal sealed partial class NodeTranslation
{
    /// <summary>A formula of some tensors, broadcast as in NumPy.</summary>
    /// <param name="kind">What the result's elements are.</param>
    /// <param name="formula">The formula, with numbers in braces for the tensors.</param>
    /// <param name="fold">The same for values that are known.</param>
    /// <param name="values">The tensors.</param>
    /// <param name="index">Which result.</param>
    public Value Map(ElementKind kind, string formula, Fold? fold, Value[] values, int index = 0)
    {
        int[]? shape = values[0].Shape;
        foreach (Value value in values.Skip(1))
        {
            shape = Dimensions.Join(shape, value.Shape) ?? throw Fail($"shapes {Dimensions.Text(shape)} and {Dimensions.Text(value.Shape)} do not fit together");
        }

        Checked(shape);
        if (fold is not null && Array.TrueForAll(values, value => value.Constant is not null))
        {
            return Result(fold.Apply(kind, shape, [.. values.Select(value => value.Constant!)]), index);
        }

        if (Dimensions.Count(shape) == 0)
        {
            throw Fail("its result has no elements");
        }

        // Tensors whose layers have the same axes, whatever these are, need no others.
        Value[] tensors = [.. values.Where(value => value.Constant is not { Count: 1 })];
        bool areAlike = tensors.Length > 0 && tensors.All(value =>
            value.Layer is not null && value.Shape.SequenceEqual(tensors[0].Shape) && value.LayerShape.SequenceEqual(tensors[0].LayerShape));
        bool fillsResult = areAlike && tensors[0].Count == Dimensions.Count(shape);
        List<string> inputs = [];
        int[] layerShape = [];
        string[] texts = new string[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is { Constant: { Count: 1 } number } && (inputs.Count > 0 || i < values.Length - 1) && NumberText(number) is { } text)
            {
                texts[i] = text;
                continue;
            }

            int[] own = values[i].Layer is null ? values[i].Shape : values[i].LayerShape;
            bool fits = (fillsResult && values[i].Constant is null) || Dimensions.WithoutLeadingOnes(own).SequenceEqual(Dimensions.WithoutLeadingOnes(values[i].Shape));
            string layer = Layers.Read(values[i], fits ? own : values[i].Shape);
            layerShape = Dimensions.Join(layerShape, fits && values[i].LayerShape is { } read ? read : values[i].Shape)!;
            if (!inputs.Contains(layer))
            {
                inputs.Add(layer);
            }

            texts[i] = layer;
        }

        for (int i = values.Length - 1; i >= 0; i--)
        {
            formula = formula.Replace("{" + i + "}", texts[i]);
        }

        // Comparisons of floats are floats in formulas, unless one says otherwise.
        bool isTruth = kind == ElementKind.Bool && values.Any(value => value.Kind.IsFloat());
        string name = Layers.Add("expression", OutputName(index), inputs, ("formula", WidenedNumbers.Wrapped(kind, formula)), ("element_type", isTruth ? "bool" : null));
        return Result(kind, shape, name, layerShape, index);
    }

    /// <summary>A tensor as elements of another kind.</summary>
    public Value Cast(Value value, ElementKind kind, int index = 0)
    {
        if (value.Constant is { } literal)
        {
            return Result(literal.Cast(kind), index);
        }

        string word = kind.Word() ?? throw Fail($"elements of type {kind.Name()} are not supported");
        string from = Layers.Read(value, value.LayerShape);
        Value cast = word == value.Kind.Word()
            ? new Value(OutputName(index), kind, value.Shape) { Layer = from, LayerShape = value.LayerShape, Sources = Inputs }
            : Result(kind, value.Shape, Layers.Add("cast", OutputName(index), [from], ("to", word)), value.LayerShape, index);
        return WidenedNumbers.Correction(value.Kind, kind) is { } formula ? Map(kind, formula, null, [cast], index) : cast;
    }

    /// <summary>An activation of a tensor: a part of the layer that computes it, where nobody else reads that, else a layer of its own.</summary>
    /// <param name="value">The tensor.</param>
    /// <param name="type">The activation.</param>
    /// <param name="arguments">Its arguments.</param>
    public Value Activate(Value value, string type, params (string Key, double Value)[] arguments)
    {
        JsonFragment activation = new(arguments.Length == 0
            ? $"\"{type}\""
            : $"{{ \"type\": \"{type}\", {string.Join(", ", arguments.Select(argument => $"\"{argument.Key}\": {JsonNumbers.Text(argument.Value, ElementKind.Float)}"))} }}");
        if (OwnLayer(value) is { } layer && IsActivated(layer.Type) && layer.Arguments.All(argument => argument.Key != "activation"))
        {
            layer.Arguments.Add(("activation", activation));
            return Result(value.Kind, value.Shape, layer.Name, value.LayerShape);
        }

        string input = Layers.Read(value, value.LayerShape);
        return Result(value.Kind, value.Shape, Add("activation", Layers.View(input, value.LayerShape, value.LayerShape.Length == 0 ? [1] : value.LayerShape), ("activation", activation)), value.LayerShape);
    }

    private static bool IsActivated(string type) => type == "dense" || type.StartsWith("conv", StringComparison.Ordinal);

    private static string? NumberText(Literal literal)
    {
        if (literal.Kind == ElementKind.Bool)
        {
            return null;
        }

        double value = literal.Number(0);
        return double.IsNaN(value) ? null
            : double.IsInfinity(value) ? value > 0 ? "infinity" : "(-infinity)"
            : value < 0 || (value == 0 && 1 / value < 0) ? $"({JsonNumbers.Text(literal, 0)})"
            : JsonNumbers.Text(literal, 0);
    }
}
