namespace NeuralGen.Compiler.Networks.Walks;

/// <summary>Cuts an axis of one walk where others, which are met at its positions, begin axes of their own.</summary>
internal static class WalkCut
{
    /// <summary>The parts of an axis, outermost first; null where others begin an axis between its positions.</summary>
    /// <param name="size">How many positions the axis has.</param>
    /// <param name="step">How far apart they are.</param>
    /// <param name="others">The walks that are met at them.</param>
    public static IReadOnlyList<(int Size, int Step)>? Of(int size, int step, IReadOnlyList<Walk> others)
    {
        if (step == 0)
        {
            return [(size, 0)];
        }

        if (step < 0)
        {
            return null;
        }

        SortedSet<int> bounds = [step, step * size];
        foreach (WalkAxis axis in others.SelectMany(walk => walk.Axes))
        {
            bounds.UnionWith(new[] { axis.Inner, axis.Inner * axis.Size }.Where(bound => bound > step && bound < step * size));
        }

        int[] all = [.. bounds];
        List<(int, int)> parts = [];
        for (int i = 0; i + 1 < all.Length; i++)
        {
            if (all[i + 1] % all[i] != 0 || others.Any(walk => StepAt(walk, all[i], all[i + 1]) is null))
            {
                return null;
            }

            parts.Insert(0, (all[i + 1] / all[i], all[i]));
        }

        return parts;
    }

    /// <summary>How far apart what is met at positions of a part lies; null where the part is not within one axis.</summary>
    /// <param name="walk">The walk that is met.</param>
    /// <param name="part">The part, of at least two positions.</param>
    public static int StepOf(Walk walk, (int Size, int Step) part) => part.Step == 0 ? 0 : StepAt(walk, part.Step, part.Step * part.Size)!.Value;

    /// <summary>Whether positions on some axes add up without reaching into each other.</summary>
    /// <param name="parts">Size and step of each axis.</param>
    public static bool AreApart(IEnumerable<(int Size, int Step)> parts)
    {
        int end = 1;
        foreach ((int size, int step) in parts.Where(part => part.Step != 0).OrderBy(part => part.Step))
        {
            if (step < end || step % end != 0)
            {
                return false;
            }

            end = step * size;
        }

        return true;
    }

    private static int? StepAt(Walk walk, int start, int end)
    {
        foreach (WalkAxis axis in walk.Axes)
        {
            if (axis.Inner < end && start < axis.Inner * axis.Size)
            {
                return axis.Inner <= start && end <= axis.Inner * axis.Size && start % axis.Inner == 0 ? axis.Step * (start / axis.Inner) : null;
            }
        }

        return 0;
    }
}
