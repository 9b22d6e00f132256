using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Walks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Fusion;

/// <summary>An axis that a formula is computed along: results, and all operands that it reads, are so far apart.</summary>
/// <param name="Size">How many positions it has.</param>
/// <param name="Output">How far apart neighbouring results lie.</param>
/// <param name="Steps">The same of each operand; 0 where it is one and the same value.</param>
internal sealed record MapAxis(int Size, int Output, EquatableArray<int> Steps)
{
    /// <summary>The fewest axes that a formula can be computed along, outermost first; none for a single value.</summary>
    /// <param name="map">The formula.</param>
    public static IReadOnlyList<MapAxis> Of(MapOperation map)
    {
        bool[] isRead = [.. map.Walks.Select((_, input) => map.Formula.TypeOf(input) is not null)];
        SortedSet<int> bounds = [1, map.Size];
        foreach (WalkAxis axis in map.Walks.Where((_, input) => isRead[input]).SelectMany(walk => walk.Axes))
        {
            bounds.Add(axis.Inner);
            bounds.Add(axis.Inner * axis.Size);
        }

        int[] all = [.. bounds];
        List<MapAxis> axes = [];
        for (int i = 0; i + 1 < all.Length; i++)
        {
            (int inner, int size) = (all[i], all[i + 1] / all[i]);
            int[] steps = [.. map.Walks.Select((walk, input) => isRead[input] ? StepOf(walk, inner) : 0)];
            MapAxis? last = axes.Count > 0 ? axes[0] : null;
            if (last is not null && steps.Select((step, input) => step == last.Steps[input] * last.Size).All(isSame => isSame))
            {
                axes[0] = last with { Size = last.Size * size };
            }
            else
            {
                axes.Insert(0, new MapAxis(size, inner, new EquatableArray<int>(steps)));
            }
        }

        return axes;
    }

    private static int StepOf(Walk walk, int inner)
    {
        foreach (WalkAxis axis in walk.Axes)
        {
            if (axis.Inner <= inner && inner < axis.Inner * axis.Size)
            {
                return axis.Step * (inner / axis.Inner);
            }
        }

        return 0;
    }
}
