using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.IndexMaps;

/// <summary>The rows along an axis of a tensor: the values that differ in their position on that axis alone.</summary>
/// <param name="Outer">How many positions the axes before it have.</param>
/// <param name="Length">The size of the axis.</param>
/// <param name="Inner">How many positions the axes behind it have, which is how far apart neighbours of a row are.</param>
internal readonly record struct AxisRows(int Outer, int Length, int Inner)
{
    /// <summary>How many rows there are.</summary>
    public int Count => Outer * Inner;

    /// <summary>The rows of a shape.</summary>
    public static AxisRows Of(Shape shape, int axis) => new(shape.Product(0, axis), shape[axis], shape.Product(axis + 1, shape.Rank));

    /// <summary>The position of the first value of a row, where rows have a length.</summary>
    /// <param name="row">The row.</param>
    /// <param name="length">The length: that of the axis, or of what it becomes.</param>
    public int Start(int row, int length) => (row / Inner * length * Inner) + (row % Inner);

    /// <summary>The values of a row.</summary>
    public double[] Row(double[] values, int row)
    {
        double[] result = new double[Length];
        int start = Start(row, Length);
        for (int i = 0; i < Length; i++)
        {
            result[i] = values[start + (i * Inner)];
        }

        return result;
    }
}
