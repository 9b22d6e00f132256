using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Values around a tensor, and parts of its middle.</summary>
internal static class PadOperators
{
    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("Pad", Pad),
        ("CenterCropPad", CenterCropPad),
    ];

    private static Value[] Pad(NodeTranslation node)
    {
        Value data = node.Input(0);
        int rank = data.Shape.Length;
        string mode = node.Text("mode", "constant");
        int[] said = (node.Version < 11 ? node.Integers("pads") ?? node.Integers("paddings") : node.Integers(1, "the pads")) ?? throw node.Fail("it has no pads");
        double filling = node.Version < 11 ? node.Float("value", 0) : node.Optional(2) is null ? 0 : node.Known(2, "the value").Number(0);
        int[] axes = node.Optional(3) is null ? [.. Enumerable.Range(0, rank)] : node.Axes(node.Integers(3, "the axes"), rank);
        if (said.Length != 2 * axes.Length)
        {
            throw node.Fail($"it has {said.Length} pads for {axes.Length} axes");
        }

        int[] before = new int[rank];
        int[] after = new int[rank];
        for (int i = 0; i < axes.Length; i++)
        {
            (before[axes[i]], after[axes[i]]) = (said[i], said[axes.Length + i]);
        }

        int[] shape = node.Checked([.. data.Shape.Select((size, axis) => NodeTranslation.Clamp((long)size + before[axis] + after[axis]))]);
        bool isPlain = mode == "constant" && data.Constant is null && data.Kind.IsFloat() && before.Concat(after).All(size => size >= 0) && !double.IsNaN(filling) && !double.IsInfinity(filling);
        if (isPlain && data.Count > 0)
        {
            string layer = node.Add("pad", node.Layers.Read(data, data.Shape), ("padding", (int[])[.. before, .. after]), ("value", filling == 0 ? null : filling));
            return [node.Result(data.Kind, shape, layer, shape)];
        }

        int[] steps = Dimensions.Steps(data.Shape);
        return [node.Move(data, shape, position =>
        {
            int place = 0;
            for (int axis = 0; axis < rank; axis++)
            {
                int at = Inside(mode, position[axis] - before[axis], data.Shape[axis]);
                if (at < 0)
                {
                    return -1;
                }

                place += at * steps[axis];
            }

            return place;
        },
        filling)];
    }

    /// <summary>The position within an axis that stands for one beside it; -1 for the filling.</summary>
    private static int Inside(string mode, int at, int size)
    {
        if ((at >= 0 && at < size) || mode == "constant" || size == 0)
        {
            return at >= 0 && at < size ? at : -1;
        }

        int period = 2 * Math.Max(1, size - 1);
        return mode switch
        {
            "edge" => Math.Max(0, Math.Min(size - 1, at)),
            "wrap" => ((at % size) + size) % size,
            _ => (((at % period) + period) % period) is var mirrored && mirrored < size ? Math.Min(mirrored, size - 1) : period - mirrored,
        };
    }

    private static Value[] CenterCropPad(NodeTranslation node)
    {
        Value data = node.Input(0);
        int rank = data.Shape.Length;
        int[] wanted = node.Integers(1, "the shape");
        int[] axes = node.Axes(node.Integers("axes") ?? [.. Enumerable.Range(0, rank)], rank);
        int[] shape = [.. data.Shape];
        int[] start = new int[rank];
        for (int i = 0; i < axes.Length; i++)
        {
            int size = data.Shape[axes[i]];
            shape[axes[i]] = wanted[i];
            start[axes[i]] = size > wanted[i] ? (size - wanted[i]) / 2 : -((wanted[i] - size) / 2);
        }

        int[] steps = Dimensions.Steps(data.Shape);
        return [node.Move(data, shape, position =>
        {
            int[] at = [.. position.Select((place, axis) => place + start[axis])];
            return at.Select((place, axis) => place >= 0 && place < data.Shape[axis]).All(isInside => isInside) ? at.Select((place, axis) => place * steps[axis]).Sum() : -1;
        })];
    }
}
