using System.Globalization;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Walks;

/// <summary>An order in which the values of a tensor are met: axis by axis, the innermost first.</summary>
/// <param name="Axes">The axes, outermost first, those that are one joined.</param>
internal sealed record Walk(EquatableArray<WalkAxis> Axes)
{
    /// <summary>How many values are met, those that are met again as often.</summary>
    public int Count => Axes.Aggregate(1, (product, axis) => product * axis.Size);

    /// <summary>Whether the values are met in the order in which they lie.</summary>
    public bool IsIdentity => Axes.Count == 0 || (Axes.Count == 1 && Axes[0] is { Inner: 1, Step: 1 });

    /// <summary>A walk along axes.</summary>
    /// <param name="sizes">How many positions each has, outermost first.</param>
    /// <param name="steps">How far apart neighbours along each lie.</param>
    public static Walk Of(IReadOnlyList<int> sizes, IReadOnlyList<int> steps)
    {
        List<WalkAxis> axes = [];
        int inner = 1;
        for (int axis = sizes.Count - 1; axis >= 0; axis--)
        {
            if (sizes[axis] > 1)
            {
                if (axes.Count > 0 && axes[0] is var last && steps[axis] == last.Step * last.Size)
                {
                    axes[0] = last with { Size = last.Size * sizes[axis] };
                }
                else
                {
                    axes.Insert(0, new WalkAxis(sizes[axis], inner, steps[axis]));
                }
            }

            inner *= sizes[axis];
        }

        return new Walk(axes.ToEquatableArray());
    }

    /// <summary>
    /// How an operand is met that is repeated to fill a result, as NumPy broadcasts: axes are counted from the last, and one of size 1, or one
    /// that the operand does not have, is met again and again.
    /// </summary>
    /// <param name="operand">The operand's shape.</param>
    /// <param name="result">The result's shape.</param>
    public static Walk Broadcast(Shape operand, Shape result)
    {
        int[] steps = new int[result.Rank];
        int step = 1;
        for (int i = 1; i <= Math.Min(operand.Rank, result.Rank); i++)
        {
            int size = operand[operand.Rank - i];
            steps[result.Rank - i] = size == 1 ? 0 : step;
            step *= size;
        }

        return Of([.. result.Dimensions], steps);
    }

    /// <summary>The shape that two operands fill together; null where two sizes differ and neither is 1.</summary>
    /// <param name="left">The shape of an operand.</param>
    /// <param name="right">The shape of another.</param>
    public static Shape? Join(Shape left, Shape right)
    {
        int[] sizes = new int[Math.Max(left.Rank, right.Rank)];
        for (int i = 1; i <= sizes.Length; i++)
        {
            int one = i <= left.Rank ? left[left.Rank - i] : 1;
            int other = i <= right.Rank ? right[right.Rank - i] : 1;
            if (one != other && one != 1 && other != 1)
            {
                return null;
            }

            sizes[sizes.Length - i] = one == 1 ? other : one;
        }

        return Shape.Of(sizes);
    }

    /// <summary>Where a value lies.</summary>
    /// <param name="index">How many are met before it.</param>
    public int At(int index) => Axes.Sum(axis => index / axis.Inner % axis.Size * axis.Step);

    /// <summary>The C# of where a value lies.</summary>
    /// <param name="index">The variable that counts how many are met before it.</param>
    public string At(string index)
    {
        List<string> terms = [];
        for (int i = 0; i < Axes.Count; i++)
        {
            WalkAxis axis = Axes[i];
            if (axis.Step != 0)
            {
                // The outermost axis ends with the walk.
                string position = axis.Inner == 1 ? index : $"{index} / {Text(axis.Inner)}";
                position = i == 0 ? position : $"{position} % {Text(axis.Size)}";
                terms.Add(axis.Step == 1 ? position : $"{position} * {Text(axis.Step)}");
            }
        }

        return terms.Count == 0 ? "0" : string.Join(" + ", terms);
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
