using System.Globalization;

namespace NeuralGen.Import.Graphs;

/// <summary>Arithmetic of shapes.</summary>
internal static class Dimensions
{
    /// <summary>How many values a tensor of a shape has; at most the largest number.</summary>
    public static int Count(IEnumerable<int> shape)
    {
        long count = 1;
        foreach (int size in shape)
        {
            count = size == 0 || count == 0 ? 0 : Math.Min(int.MaxValue, count * size);
        }

        return (int)count;
    }

    /// <summary>The distance of neighbours along each axis.</summary>
    public static int[] Steps(int[] shape)
    {
        int[] steps = new int[shape.Length];
        int step = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            steps[axis] = step;
            step *= Math.Max(1, shape[axis]);
        }

        return steps;
    }

    /// <summary>The shape that two fill together as in NumPy; null where they do not.</summary>
    public static int[]? Join(int[] left, int[] right)
    {
        int[] joined = new int[Math.Max(left.Length, right.Length)];
        for (int i = 1; i <= joined.Length; i++)
        {
            int one = i <= left.Length ? left[left.Length - i] : 1;
            int other = i <= right.Length ? right[right.Length - i] : 1;
            if (one != other && one != 1 && other != 1)
            {
                return null;
            }

            joined[joined.Length - i] = one == 1 ? other : one;
        }

        return joined;
    }

    /// <summary>For every value of a tensor of a larger shape, which value of a smaller one it meets.</summary>
    public static int[] Broadcast(int[] from, int[] to)
    {
        int[] steps = Steps(from);
        return Walk(to, position =>
        {
            int index = 0;
            for (int axis = 0; axis < from.Length; axis++)
            {
                index += from[axis] == 1 ? 0 : position[axis + to.Length - from.Length] * steps[axis];
            }

            return index;
        });
    }

    /// <summary>Asks for every position of a shape, in row-major order.</summary>
    public static int[] Walk(int[] shape, Func<int[], int> place)
    {
        int[] places = new int[Count(shape)];
        int[] position = new int[shape.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = place(position);
            for (int axis = shape.Length - 1; axis >= 0 && ++position[axis] == shape[axis]; axis--)
            {
                position[axis] = 0;
            }
        }

        return places;
    }

    /// <summary>The shape without the axes of size 1 before all others.</summary>
    public static int[] WithoutLeadingOnes(int[] shape) => [.. shape.SkipWhile(size => size == 1)];

    /// <summary>A shape with another size of one axis.</summary>
    public static int[] With(int[] shape, int axis, int size) => [.. shape.Select((old, i) => i == axis ? size : old)];

    /// <summary>A shape in words.</summary>
    public static string Text(IEnumerable<int> shape) => $"[{string.Join(", ", shape.Select(size => size.ToString(CultureInfo.InvariantCulture)))}]";
}
