using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Walks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Fusion;

/// <summary>The axes that a reduction is computed along, with the operands of a formula that its values are made of.</summary>
/// <param name="Kept">Those of the outputs, outermost first.</param>
/// <param name="Reduced">Those of the values that make one.</param>
internal sealed record ReduceAxes(IReadOnlyList<MapAxis> Kept, IReadOnlyList<MapAxis> Reduced)
{
    /// <summary>More loops do not lie within each other.</summary>
    private const int MostAxes = 8;

    /// <summary>The axes; null where loops over them cannot say where the operands lie.</summary>
    /// <param name="reduce">The reduction.</param>
    /// <param name="formula">The formula of the values; null where they are read as they are.</param>
    public static ReduceAxes? Of(ReduceOperation reduce, MapOperation? formula)
    {
        Walk[] walks = formula is null ? [] : [.. formula.Walks];
        IReadOnlyList<(int Size, int Step)>[] kept = [.. reduce.Outputs.Axes.Select(axis => WalkCut.Of(axis.Size, axis.Step, walks)!)];
        IReadOnlyList<(int Size, int Step)>[] reduced = [.. reduce.Values.Axes.Select(axis => WalkCut.Of(axis.Size, axis.Step, walks)!)];
        if (formula is null)
        {
            return Checked(new ReduceAxes(
                [.. reduce.Outputs.Axes.Select(axis => new MapAxis(axis.Size, axis.Inner, new([axis.Step])))],
                [.. reduce.Values.Axes.Select(axis => new MapAxis(axis.Size, 0, new([axis.Step])))]));
        }

        if (reduce.First != 0 || Array.Exists(kept, parts => parts is null) || Array.Exists(reduced, parts => parts is null) || !WalkCut.AreApart(kept.Concat(reduced).SelectMany(parts => parts)))
        {
            return null;
        }

        List<MapAxis> outer = [];
        for (int axis = 0; axis < kept.Length; axis++)
        {
            int inner = reduce.Outputs.Axes[axis].Inner * reduce.Outputs.Axes[axis].Size;
            foreach ((int Size, int Step) part in kept[axis])
            {
                inner /= part.Size;
                Add(outer, new MapAxis(part.Size, inner, Steps(part)));
            }
        }

        List<MapAxis> values = [];
        foreach ((int Size, int Step) part in reduced.SelectMany(parts => parts))
        {
            Add(values, new MapAxis(part.Size, 0, Steps(part)));
        }

        return Checked(new ReduceAxes(outer, values));

        EquatableArray<int> Steps((int Size, int Step) part) =>
            walks.Select((walk, input) => formula.Formula.TypeOf(input) is null ? 0 : WalkCut.StepOf(walk, part)).ToEquatableArray();
    }

    /// <summary>Adds an axis, or joins it with the one before it.</summary>
    private static void Add(List<MapAxis> axes, MapAxis axis)
    {
        bool isSame = axes.Count > 0 && axes[axes.Count - 1] is var last && last.Output == axis.Output * axis.Size
            && last.Steps.Select((step, input) => step == axis.Steps[input] * axis.Size).All(isJoined => isJoined);
        if (isSame)
        {
            axes[axes.Count - 1] = axis with { Size = axes[axes.Count - 1].Size * axis.Size };
        }
        else
        {
            axes.Add(axis);
        }
    }

    private static ReduceAxes? Checked(ReduceAxes axes) => axes.Kept.Count + axes.Reduced.Count is > 0 and <= MostAxes ? axes : null;
}
