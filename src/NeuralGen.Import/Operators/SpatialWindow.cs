using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>How the window of a convolution or pool slides, with all that ONNX lets out or says in another way written out.</summary>
/// <param name="Kernel">Its size along each axis.</param>
/// <param name="Strides">The distance of positions.</param>
/// <param name="Dilations">The distance of taps.</param>
/// <param name="Before">What is added before each axis.</param>
/// <param name="After">What is added behind.</param>
/// <param name="Sizes">How many positions there are.</param>
internal sealed record SpatialWindow(int[] Kernel, int[] Strides, int[] Dilations, int[] Before, int[] After, int[] Sizes)
{
    /// <summary>What is added on all sides, as layers write it.</summary>
    public int[] Padding => [.. Before, .. After];

    /// <summary>Reads the attributes.</summary>
    /// <param name="node">The node.</param>
    /// <param name="data">The sizes of the axes of pixels.</param>
    /// <param name="kernel">The kernel.</param>
    public static SpatialWindow Of(NodeTranslation node, int[] data, int[] kernel)
    {
        int axes = data.Length;
        int[] strides = List(node, "strides", axes);
        int[] dilations = List(node, "dilations", axes);
        if (kernel.Length != axes || Array.Exists([.. kernel, .. strides, .. dilations], size => size < 1))
        {
            throw node.Fail($"its kernel {Dimensions.Text(kernel)}, strides {Dimensions.Text(strides)} and dilations {Dimensions.Text(dilations)} do not fit {Dimensions.Text(data)}");
        }

        int[] pads = node.Integers("pads") ?? new int[2 * axes];
        if (pads.Length != 2 * axes)
        {
            throw node.Fail($"it has {pads.Length} pads for {axes} axes");
        }

        int[] before = [.. pads.Take(axes)];
        int[] after = [.. pads.Skip(axes)];
        string mode = node.Text("auto_pad", "NOTSET");
        int[] sizes = new int[axes];
        for (int axis = 0; axis < axes; axis++)
        {
            long extent = ((kernel[axis] - 1L) * dilations[axis]) + 1;
            if (mode is "SAME_UPPER" or "SAME_LOWER")
            {
                int positions = (data[axis] + strides[axis] - 1) / strides[axis];
                int all = NodeTranslation.Clamp(Math.Max(0, ((positions - 1L) * strides[axis]) + extent - data[axis]));
                (before[axis], after[axis]) = mode == "SAME_UPPER" ? (all / 2, all - (all / 2)) : (all - (all / 2), all / 2);
            }
            else if (mode == "VALID")
            {
                (before[axis], after[axis]) = (0, 0);
            }

            long room = data[axis] + (long)before[axis] + after[axis] - extent;
            if (room < 0)
            {
                throw node.Fail($"its kernel {Dimensions.Text(kernel)} is larger than {Dimensions.Text(data)} with pads {Dimensions.Text(pads)}");
            }

            sizes[axis] = (int)(room / strides[axis]) + 1;
            if (node.Flag("ceil_mode", false) && room % strides[axis] != 0 && (long)sizes[axis] * strides[axis] < data[axis] + (long)before[axis])
            {
                // A last position that reaches out counts, unless it begins behind the data.
                sizes[axis]++;
            }
        }

        return new SpatialWindow(kernel, strides, dilations, before, after, sizes);
    }

    /// <summary>For every tap of every position of the window, which pixel lies there; -1 beside the image.</summary>
    /// <param name="data">The sizes of the axes of pixels.</param>
    public int[] Taps(int[] data)
    {
        int[] steps = Dimensions.Steps(data);
        return Dimensions.Walk([.. Sizes, .. Kernel], position =>
        {
            int place = 0;
            for (int axis = 0; axis < data.Length; axis++)
            {
                int at = (position[axis] * Strides[axis]) - Before[axis] + (position[data.Length + axis] * Dilations[axis]);
                if (at < 0 || at >= data[axis])
                {
                    return -1;
                }

                place += at * steps[axis];
            }

            return place;
        });
    }

    private static int[] List(NodeTranslation node, string attribute, int axes)
    {
        int[] values = node.Integers(attribute) ?? [.. Enumerable.Repeat(1, axes)];
        return values.Length == axes ? values : throw node.Fail($"it has {values.Length} {attribute} for {axes} axes");
    }
}
