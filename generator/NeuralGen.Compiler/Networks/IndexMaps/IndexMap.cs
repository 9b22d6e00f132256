using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.IndexMaps;

/// <summary>Where each value of an output comes from: boxes that do not overlap, and the rest is filled with one number.</summary>
/// <param name="Output">The axes that the boxes speak of; the output may have others that make the same number of values.</param>
/// <param name="Boxes">The boxes.</param>
internal sealed record IndexMap(Shape Output, EquatableArray<IndexBox> Boxes)
{
    /// <summary>Whether the values are those of one input, or the first of them, in the same order.</summary>
    public bool IsIdentity => Boxes.Count == 1 && Boxes[0] is { Offset: 0 } box && box.Count == Output.Size && IsContiguous(box);

    /// <summary>Whether the values are neighbours in one input, in the same order.</summary>
    public bool IsSlice => Boxes.Count == 1 && Boxes[0].Count == Output.Size && IsContiguous(Boxes[0]);

    /// <summary>Whether every value comes from some input.</summary>
    public bool IsFull => Boxes.Sum(box => (long)box.Count) == Output.Count;

    /// <summary>The same values in the same order.</summary>
    /// <param name="size">How many there are.</param>
    public static IndexMap Identity(int size) =>
        new(Shape.Vector(size), new([new IndexBox(new([0]), new([size]), 0, 0, new([1]))]));

    /// <summary>The values of one input in another order of its axes.</summary>
    /// <param name="shape">The input's shape.</param>
    /// <param name="axes">For each axis of the output, that of the input.</param>
    public static IndexMap Transpose(Shape shape, IReadOnlyList<int> axes)
    {
        int[] steps = StepsOf(shape);
        Shape output = Shape.Of([.. axes.Select(axis => shape[axis])]);
        return new(output, new([new IndexBox(new(new int[axes.Count]), output.Dimensions, 0, 0, axes.Select(axis => steps[axis]).ToEquatableArray())]));
    }

    /// <summary>The values of one input, each axis by itself: along it, runs say which positions of the input's axis it has.</summary>
    /// <param name="shape">The input's shape.</param>
    /// <param name="output">The output's shape, with as many axes.</param>
    /// <param name="runs">For each axis its runs; a box is one run of each axis.</param>
    public static IndexMap ByAxis(Shape shape, Shape output, IReadOnlyList<AxisRun>[] runs)
    {
        int[] steps = StepsOf(shape);
        IEnumerable<AxisRun[]> boxes = [[]];
        foreach (IReadOnlyList<AxisRun> axis in runs)
        {
            boxes = [.. boxes.SelectMany(box => axis.Select(run => (AxisRun[])[.. box, run]))];
        }

        return new(output, boxes.Select(Box).ToEquatableArray());

        IndexBox Box(AxisRun[] box) => new(
            box.Select(run => run.Start).ToEquatableArray(),
            box.Select(run => run.Size).ToEquatableArray(),
            0,
            box.Select((run, axis) => run.Source * steps[axis]).Sum(),
            box.Select((run, axis) => run.Step * steps[axis]).ToEquatableArray());
    }

    /// <summary>The values of one input, of which one axis has runs of its own and all others are as they are.</summary>
    /// <param name="shape">The input's shape.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="runs">Its runs.</param>
    public static IndexMap Along(Shape shape, int axis, IReadOnlyList<AxisRun> runs) => ByAxis(
        shape,
        shape.With(axis, runs.Sum(run => run.Size)),
        [.. shape.Dimensions.Select((size, i) => i == axis ? runs : [new AxisRun(0, size, 0, 1)])]);

    /// <summary>How far apart neighbours along each axis are.</summary>
    public static int[] StepsOf(Shape shape)
    {
        int[] steps = new int[shape.Rank];
        int step = 1;
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
        {
            steps[axis] = step;
            step *= shape[axis];
        }

        return steps;
    }

    /// <summary>For each value of the output, the input that it comes from and the position there; an input of -1 where it is filled.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public (int Input, int Index)[] Table()
    {
        (int, int)[] table = new (int, int)[Output.Size];
        for (int i = 0; i < table.Length; i++)
        {
            table[i] = (-1, 0);
        }

        int[] outputSteps = StepsOf(Output);
        foreach (IndexBox box in Boxes)
        {
            int[] position = new int[box.Sizes.Count];
            int target = box.Starts.Select((start, axis) => start * outputSteps[axis]).Sum();
            int source = box.Offset;
            for (int left = box.Count; left > 0; left--)
            {
                table[target] = (box.Input, source);
                for (int axis = position.Length - 1; axis >= 0; axis--)
                {
                    target += outputSteps[axis];
                    source += box.Steps[axis];
                    if (++position[axis] < box.Sizes[axis])
                    {
                        break;
                    }

                    target -= outputSteps[axis] * position[axis];
                    source -= box.Steps[axis] * position[axis];
                    position[axis] = 0;
                }
            }
        }

        return table;
    }

    private bool IsContiguous(IndexBox box)
    {
        int step = 1;
        for (int axis = box.Sizes.Count - 1; axis >= 0; axis--)
        {
            if (box.Sizes[axis] > 1 && box.Steps[axis] != step)
            {
                return false;
            }

            step *= box.Sizes[axis];
        }

        return true;
    }
}
