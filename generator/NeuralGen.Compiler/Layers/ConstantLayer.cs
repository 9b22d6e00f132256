using System.Globalization;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary><c>constant</c>: <c>values</c> that are known, as elements of the type <c>element_type</c>; one value fills the <c>shape</c>.</summary>
internal sealed class ConstantLayer() : LayerKind(
    "constant",
    new ArgumentDescriptor("values", ArgumentKind.Elements),
    new ArgumentDescriptor("element_type", ArgumentKind.Word),
    new ArgumentDescriptor("shape", ArgumentKind.Integers))
{
    private const int MostReports = 20;

    /// <inheritdoc/>
    public override int MinimumSources => 0;

    /// <inheritdoc/>
    public override int MaximumSources => 0;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        DeclaredValue? declared = layer.Find("values");
        if (declared is null)
        {
            layer.ReportMissing("values", layer.Place);
        }

        bool isTypeSound = ElementTypeArgument.TryBind(layer, "element_type", out ElementType? said);
        DeclaredElements? elements = declared switch
        {
            DeclaredElements written => written,
            DeclaredTensor { Origin: not null } tensor => new DeclaredElements(tensor.Shape, tensor.Values, AreTruths: false),
            _ => null,
        };
        ElementType type = said ?? (elements is { AreTruths: true } ? ElementType.Bool : ElementType.Float);
        Shape? shape = elements is null ? null : ShapeOf(layer, elements);
        bool isSound = isTypeSound && elements is not null && AreSound(layer, elements, type) && shape?.Count <= Networks.Tensor.MostValues;
        layer.Append(isTypeSound ? shape : null, isSound ? output => Operation(layer, elements!, type, shape!, output) : null, type);
    }

    private static ConstantOperation Operation(LayerBinding layer, DeclaredElements elements, ElementType type, Shape shape, int output)
    {
        bool isRepeated = elements.Values.Count == 1 && shape.Size != 1;
        if (type == ElementType.Float)
        {
            NumberArray values = isRepeated ? NumberArray.Repeat(elements.Values[0], shape.Size) : elements.Values;
            return new(layer.Name, output, type, layer.Own(values.IsKnown ? values.Select(layer.Round) : values), new([]));
        }

        long[] wholes = elements.Wholes.Count > 0 ? [.. elements.Wholes] : [.. elements.Values.ToArray().Select(WholeNumbers.Cut)];
        return new(layer.Name, output, type, null, new(isRepeated ? [.. Enumerable.Repeat(wholes[0], shape.Size)] : wholes));
    }

    /// <summary>The shape that the layer says, or that the lists have; null after a problem.</summary>
    private static Shape? ShapeOf(LayerBinding layer, DeclaredElements elements)
    {
        if (layer.Find("shape") is not { } said)
        {
            return elements.Shape.Rank == 0 ? Shape.Vector(1) : elements.Shape;
        }

        if (said is not DeclaredSizes { Values: var sizes })
        {
            return null;
        }

        int wrong = sizes.ToList().FindIndex(size => size < 0);
        if (wrong >= 0)
        {
            layer.Report(
                WeightRules.OutOfRange, layer.Place.Key("shape").At(wrong), $"'{layer.Spell("shape")}' of layer '{layer.Name}'", sizes[wrong].ToString(CultureInfo.InvariantCulture), "at least 0");
            return null;
        }

        Shape shape = new(sizes);
        if (elements.Shape.Count != 1 && (elements.Shape.Rank > 1 ? elements.Shape != shape : elements.Shape.Count != shape.Count))
        {
            layer.Report(
                ShapeRules.TensorCount, layer.Place.Key("values"), $"'{layer.Spell("values")}' of layer '{layer.Name}'", Texts.Count(elements.Values.Count, "value"), shape, shape.Count);
            return null;
        }

        return shape;
    }

    private static bool AreSound(LayerBinding layer, DeclaredElements elements, ElementType type)
    {
        Place place = layer.Place.Key("values");
        string name = $"'{layer.Spell("values")}' of layer '{layer.Name}'";
        if (elements.AreTruths && type != ElementType.Bool)
        {
            layer.Report(WeightRules.OutOfRange, layer.Place.Key("element_type"), $"'{layer.Spell("element_type")}' of layer '{layer.Name}'", $"'{ElementTypes.Name(type)}'", "'bool', since the values are true and false");
            return false;
        }

        if (!elements.Values.IsKnown)
        {
            if (type != ElementType.Float)
            {
                layer.Report(WeightRules.OutOfRange, layer.Place.Key("element_type"), $"'{layer.Spell("element_type")}' of layer '{layer.Name}'", $"'{ElementTypes.Name(type)}'", "'float', since the program reads the values from the weights file");
            }

            return type == ElementType.Float;
        }

        int reports = 0;
        for (int i = 0; i < elements.Values.Count && reports < MostReports; i++)
        {
            double value = elements.Values[i];
            bool isSound = type == ElementType.Float ? double.IsInfinity(value) || !double.IsInfinity(layer.Round(value)) : IsWhole(elements, i, type);
            if (!isSound)
            {
                Place where = layer.IsWritten("values") ? PlaceIn(place, elements.Shape, i) : place;
                layer.Report(WeightRules.OutOfRange, where, $"Value {i.ToString(CultureInfo.InvariantCulture)} of {name}", Texts.Number(value), Bounds(type));
                reports++;
            }
        }

        return reports == 0;
    }

    /// <summary>Whether an element is a value of a type; one that floating-point numbers may have changed is not, unless it was read as it is written.</summary>
    private static bool IsWhole(DeclaredElements elements, int index, ElementType type)
    {
        double value = elements.Values[index];
        bool isExact = Math.Abs(value) < ConstantOperation.MostExact || (elements.Wholes.Count > 0 && elements.Wholes[index] != 0);
        return isExact && (elements.Wholes.Count > 0 && type == ElementType.Long ? Math.Floor(value) == value : type.Holds(value));
    }

    private static string Bounds(ElementType type) => type switch
    {
        ElementType.Bool => "true or false",
        ElementType.Byte => "a whole number from 0 to 255",
        ElementType.SByte => "a whole number from -128 to 127",
        ElementType.Int => "a whole number of 32 bits",
        ElementType.Long => "a whole number of 64 bits",
        _ => "a number of the network's precision",
    };

    private static Place PlaceIn(Place place, Shape shape, int index) => shape.Rank == 0 ? place : shape.Position(index).Aggregate(place, (outer, position) => outer.At(position));
}
