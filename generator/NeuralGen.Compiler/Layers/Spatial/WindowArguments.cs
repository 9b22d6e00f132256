using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Spatial;

/// <summary>Reads how the window of a layer slides, and reports what of it cannot be.</summary>
/// <param name="layer">The layer.</param>
/// <param name="kind">The kind of layer, for messages.</param>
/// <param name="axes">How many axes its pixels have.</param>
internal sealed class WindowArguments(LayerBinding layer, string kind, int axes)
{
    /// <summary>The arguments, beside the kernel.</summary>
    public static readonly ArgumentDescriptor Kernel = new("kernel", ArgumentKind.Sizes, "kernel_shape");

    /// <summary>The distance between two positions.</summary>
    public static readonly ArgumentDescriptor Stride = new("stride", ArgumentKind.Sizes, "strides");

    /// <summary>What is put around the input.</summary>
    public static readonly ArgumentDescriptor Padding = new("padding", ArgumentKind.Padding, "paddings");

    /// <summary>The distance between two taps.</summary>
    public static readonly ArgumentDescriptor Dilation = new("dilation", ArgumentKind.Sizes, "dilations");

    /// <summary>The shape that the layer's input must have, in words.</summary>
    public static string ShapeWords(int axes) => axes switch
    {
        1 => "[channels, length]",
        2 => "[channels, height, width]",
        _ => "[channels, depth, height, width]",
    };

    /// <summary>The input's shape, when it has the axes that the layer needs; reports it when not.</summary>
    public Shape? Input()
    {
        if (layer.InputShape is { } shape && shape.Rank != axes + 1)
        {
            layer.Report(ShapeRules.InputShape, layer.Place, layer.Name, kind, ShapeWords(axes), layer.InputName, shape);
            return null;
        }

        return layer.InputShape;
    }

    /// <summary>A size per axis; null after a problem.</summary>
    /// <param name="argument">The argument's name.</param>
    /// <param name="absent">What to take when it was left out; null when it must be there.</param>
    /// <param name="least">The least that a size can be.</param>
    public int[]? Sizes(string argument, int[]? absent, int least)
    {
        switch (layer.Find(argument))
        {
            case DeclaredSizes { Values: var values } when values.Count == axes || values.Count == 1:
                int[] sizes = values.Count == axes ? [.. values] : [.. Enumerable.Repeat(values[0], axes)];
                return AreAtLeast(argument, values, least) ? sizes : null;
            case DeclaredSizes { Values: var values }:
                ReportCount(argument, values.Count, axes == 1 ? "1" : $"1 or {axes}");
                return null;
            case null when absent is null:
                layer.Report(WeightRules.MissingValues, layer.Place, layer.Name, kind, layer.Spell(argument));
                return null;
            case null:
                return absent;
            default:
                return null;
        }
    }

    /// <summary>The window over an input.</summary>
    /// <param name="input">The input's shape; null when a mistake hides it.</param>
    /// <param name="kernel">The kernel; null after a problem.</param>
    /// <param name="stride">The stride; null after a problem.</param>
    /// <param name="dilation">The dilation; null after a problem.</param>
    /// <param name="roundsUp">Whether a last position that reaches out of the padded input counts too.</param>
    /// <returns>The window, or null after a problem.</returns>
    public Window? Window(Shape? input, int[]? kernel, int[]? stride, int[]? dilation, bool roundsUp = false)
    {
        (int[] Before, int[] After)? padding = ReadPadding(input, kernel, stride, dilation);
        if (input is null || kernel is null || stride is null || dilation is null || padding is not { } around)
        {
            return null;
        }

        WindowAxis[] window = new WindowAxis[axes];
        for (int axis = 0; axis < axes; axis++)
        {
            int size = input[axis + 1];
            long extent = ((kernel[axis] - 1L) * dilation[axis]) + 1;
            long room = size + (long)around.Before[axis] + around.After[axis] - extent;
            if (room < 0)
            {
                layer.Report(
                    ShapeRules.KernelTooLarge,
                    layer.Place.Key("kernel"),
                    layer.Name,
                    Texts.Count(extent, "value"),
                    layer.InputName,
                    input,
                    size + (long)around.Before[axis] + around.After[axis],
                    around.Before[axis] + around.After[axis] > 0 ? " with its padding" : "");
                return null;
            }

            long output = (room / stride[axis]) + 1;
            if (roundsUp && room % stride[axis] != 0 && output * stride[axis] < size + (long)around.Before[axis])
            {
                // A position that begins in the padding behind the input reads nothing, and does not count.
                output++;
            }

            window[axis] = new WindowAxis(size, kernel[axis], stride[axis], dilation[axis], around.Before[axis], around.After[axis], (int)output);
        }

        return new Window(new EquatableArray<WindowAxis>(window));
    }

    /// <summary>The window of a transposed convolution: its positions are the input, and it slides over the output.</summary>
    /// <param name="input">The input's shape; null when a mistake hides it.</param>
    /// <param name="kernel">The kernel; null after a problem.</param>
    /// <param name="stride">The stride; null after a problem.</param>
    /// <param name="dilation">The dilation; null after a problem.</param>
    /// <returns>The window, or null after a problem.</returns>
    public Window? TransposedWindow(Shape? input, int[]? kernel, int[]? stride, int[]? dilation)
    {
        (int[] Before, int[] After)? padding = ReadPadding(input, kernel, stride, dilation);
        int[]? more = Sizes("output_padding", new int[axes], 0);
        if (input is null || kernel is null || stride is null || dilation is null || padding is not { } around || more is null)
        {
            return null;
        }

        WindowAxis[] window = new WindowAxis[axes];
        for (int axis = 0; axis < axes; axis++)
        {
            int most = Math.Max(stride[axis], dilation[axis]) - 1;
            if (more[axis] > most)
            {
                ReportAxis("output_padding", axis, more[axis], $"at most {most}, less than the stride or the dilation");
                return null;
            }

            long whole = ((input[axis + 1] - 1L) * stride[axis]) + ((kernel[axis] - 1L) * dilation[axis]) + 1 + more[axis];
            long cut = around.Before[axis] + (long)around.After[axis];
            if (cut >= whole)
            {
                ReportAxis("padding", axis, cut, $"less than {whole} in all, what the layer makes of axis {axis + 1} of its input '{layer.InputName}' of shape {input}");
                return null;
            }

            int size = (int)Math.Min(int.MaxValue, whole - cut);
            window[axis] = new WindowAxis(size, kernel[axis], stride[axis], dilation[axis], around.Before[axis], around.After[axis], input[axis + 1]);
        }

        return new Window(new EquatableArray<WindowAxis>(window));
    }

    private void ReportAxis(string argument, int axis, long value, string bounds)
    {
        Place place = layer.Place.Key(argument);
        bool isList = layer.Find(argument) is DeclaredSizes { Values.Count: > 1 };
        layer.Report(WeightRules.OutOfRange, isList ? place.At(axis) : place, $"'{layer.Spell(argument)}' of layer '{layer.Name}'", value, bounds);
    }

    private (int[] Before, int[] After)? ReadPadding(Shape? input, int[]? kernel, int[]? stride, int[]? dilation)
    {
        switch (layer.Find("padding"))
        {
            case null:
                return (new int[axes], new int[axes]);
            case DeclaredSizes { Values: var values }:
                if (values.Count != 1 && values.Count != axes && values.Count != 2 * axes)
                {
                    ReportCount("padding", values.Count, axes == 1 ? "1 or 2" : $"1, {axes} or {2 * axes}");
                    return null;
                }

                int At(int index) => values.Count == 1 ? values[0] : values[index % values.Count];
                return AreAtLeast("padding", values, 0)
                    ? ([.. Enumerable.Range(0, axes).Select(At)], [.. Enumerable.Range(axes, axes).Select(At)])
                    : null;
            case DeclaredWord { Value: "same" } when kernel is not null && dilation is not null && stride is not null && input is not null:
                // As many positions as the input has strides; an odd value of padding comes behind, as in Keras and PyTorch.
                long[] all = [.. kernel.Select((size, i) => Math.Max(0, ((Steps(input[i + 1], stride[i]) - 1) * stride[i]) + ((size - 1L) * dilation[i]) + 1 - input[i + 1]))];
                return ([.. all.Select(padding => (int)(padding / 2))], [.. all.Select(padding => (int)(padding - (padding / 2)))]);
            case DeclaredWord { Value: "causal" } when axes == 1 && kernel is not null && dilation is not null:
                return ([(int)Math.Min(int.MaxValue, (kernel[0] - 1L) * dilation[0])], [0]);
            case DeclaredWord { Value: "valid" or "explicit" }:
                return (new int[axes], new int[axes]);
            case DeclaredWord { Value: var word } when word is not ("same" or "causal") || (word == "causal" && axes != 1):
                layer.Report(
                    WeightRules.OutOfRange,
                    layer.Place.Key("padding"),
                    $"'{layer.Spell("padding")}' of layer '{layer.Name}'",
                    $"'{word}'",
                    axes == 1 ? "a number, a list, 'same', 'causal' or 'valid'" : "a number, a list, 'same' or 'valid'");
                return null;
            default:
                return null;
        }
    }

    private static long Steps(int size, int stride) => (size + (long)stride - 1) / stride;

    private bool AreAtLeast(string argument, EquatableArray<int> values, int least)
    {
        int wrong = values.ToList().FindIndex(value => value < least);
        if (wrong >= 0)
        {
            Place place = layer.Place.Key(argument);
            layer.Report(
                WeightRules.OutOfRange,
                values.Count > 1 ? place.At(wrong) : place,
                $"'{layer.Spell(argument)}' of layer '{layer.Name}'",
                values[wrong],
                $"at least {least}");
        }

        return wrong < 0;
    }

    private void ReportCount(string argument, int count, string expected) => layer.Report(
        ShapeRules.AxisCount, layer.Place.Key(argument), layer.Spell(argument), layer.Name, Texts.Count(count, "number"), Texts.Axes(axes), expected);
}
