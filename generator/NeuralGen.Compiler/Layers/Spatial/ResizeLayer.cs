using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Spatial;

/// <summary>
/// <c>resize</c>: a sequence, an image or a volume brought to a <c>size</c>, or by a <c>scale</c> or <c>scales</c>, as PyTorch's <c>interpolate</c>.
/// </summary>
internal sealed class ResizeLayer() : LayerKind(
    "resize",
    new ArgumentDescriptor("mode", ArgumentKind.Word),
    new ArgumentDescriptor("size", ArgumentKind.Sizes, "sizes"),
    new ArgumentDescriptor("scale", ArgumentKind.Number),
    new ArgumentDescriptor("scales", ArgumentKind.Numbers),
    new ArgumentDescriptor("align_corners", ArgumentKind.Flag))
{
    /// <summary>The arguments of which one says how large the result is.</summary>
    private static readonly string[] SizeArguments = ["size", "scale", "scales"];

    /// <inheritdoc/>
    public override bool IsSpatial => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        Shape? input = layer.InputShape;
        if (input is { Rank: < 2 or > 4 })
        {
            layer.Report(ShapeRules.InputShape, layer.Place, layer.Name, Type, "[channels, …] with one to three axes of pixels", layer.InputName, input);
            input = null;
        }

        ResizeMode? mode = layer.Find("mode") switch
        {
            null => ResizeMode.Nearest,
            DeclaredWord { Value: var word } => layer.Word<ResizeMode>("mode", word),
            _ => null,
        };
        bool? aligns = AlignsCorners(layer, mode);
        (int[] Sizes, double?[] Scales)? wanted = Wanted(layer, input);
        if (input is null || wanted is not { } found)
        {
            layer.Append((Shape?)null, null);
            return;
        }

        ResizeAxis[] axes = [.. found.Sizes.Select((size, axis) => new ResizeAxis(input[axis + 1], size, found.Scales[axis]))];
        Shape output = Shape.Of([input[0], .. found.Sizes]);
        layer.Append(output, mode is null || aligns is null ? null : index => new ResampleOperation(
            layer.Name, layer.Sources, index, input[0], axes.Select(axis => axis.Taps(mode.Value, aligns.Value)).ToEquatableArray())
        {
            Arguments = layer.Arguments,
        });
    }

    private static bool? AlignsCorners(LayerBinding layer, ResizeMode? mode)
    {
        bool aligns = layer.Find("align_corners") is DeclaredFlag { Value: true };
        if (aligns && mode is ResizeMode.Nearest or ResizeMode.NearestExact)
        {
            layer.Report(
                WeightRules.OutOfRange,
                layer.Place.Key("align_corners"),
                $"'{layer.Spell("align_corners")}' of layer '{layer.Name}'",
                "true",
                $"left out where '{layer.Spell("mode")}' is not 'linear' or 'cubic'");
            return null;
        }

        return aligns;
    }

    /// <summary>The size along each axis, and the factor where that is what the layer names; null after a problem.</summary>
    private (int[] Sizes, double?[] Scales)? Wanted(LayerBinding layer, Shape? input)
    {
        string[] given = [.. SizeArguments.Where(layer.IsWritten)];
        if (given.Length == 0)
        {
            layer.Report(WeightRules.MissingValues, layer.Place, layer.Name, Type, layer.Spell("size"));
            return null;
        }

        if (given.Length > 1)
        {
            layer.Report(
                WeightRules.OutOfRange,
                layer.Place.Key(given[1]),
                $"'{layer.Spell(given[1])}' of layer '{layer.Name}'",
                "given",
                $"left out, since the layer has a '{layer.Spell(given[0])}'");
            return null;
        }

        int axes = (input?.Rank ?? 2) - 1;
        if (given[0] == "size")
        {
            int[]? sizes = input is null ? null : new WindowArguments(layer, Type, axes).Sizes("size", null, 1);
            return sizes is null ? null : (sizes, new double?[axes]);
        }

        return Scales(layer, axes) is { } scales && input is not null && AreLarge(layer, given[0], input, scales)
            ? ([.. scales.Select((scale, axis) => (int)Math.Min(int.MaxValue, Math.Floor(input[axis + 1] * scale)))], [.. scales.Select(scale => (double?)scale)])
            : null;
    }

    private static double[]? Scales(LayerBinding layer, int axes)
    {
        if (layer.IsWritten("scale"))
        {
            double? scale = layer.Number("scale", null, value => value > 0 && !double.IsInfinity(value), "more than 0 and finite");
            return scale is null ? null : [.. Enumerable.Repeat(scale.Value, axes)];
        }

        NumberArray? scales = layer.Numbers("scales", layer.InputShape is null ? null : axes);
        return layer.AreInRange("scales", scales, value => value > 0, "more than 0") ? scales?.ToArray() : null;
    }

    /// <summary>Whether some value is left along each axis.</summary>
    private static bool AreLarge(LayerBinding layer, string argument, Shape input, double[] scales)
    {
        for (int axis = 0; axis < scales.Length; axis++)
        {
            if (input[axis + 1] * scales[axis] < 1)
            {
                Place place = layer.Place.Key(argument);
                layer.Report(
                    WeightRules.OutOfRange,
                    argument == "scales" ? place.At(axis) : place,
                    $"'{layer.Spell(argument)}' of layer '{layer.Name}'",
                    Texts.Number(scales[axis]),
                    $"large enough to leave a value of axis {axis + 1} of its input '{layer.InputName}' of shape {input}");
                return false;
            }
        }

        return true;
    }
}
