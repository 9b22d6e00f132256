using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen;

/// <summary>A tensor of a weights file, and where its numbers lie in a network.</summary>
/// <param name="name">The tensor's name.</param>
/// <param name="isStatistic">Whether they are statistics; else they are parameters.</param>
/// <param name="offset">Where they begin among those.</param>
/// <param name="shape">The tensor's dimensions.</param>
internal sealed class WeightsPart(string name, bool isStatistic, int offset, int[] shape)
{
    /// <summary>The tensor's name.</summary>
    public string Name => name;

    /// <summary>Whether they are statistics; else they are parameters.</summary>
    public bool IsStatistic => isStatistic;

    /// <summary>Whether they are learned from the inputs, so that they mean nothing at first.</summary>
    public bool IsLearned { get; init; }

    /// <summary>Where they begin among those.</summary>
    public int Offset => offset;

    /// <summary>How many there are.</summary>
    public int Count { get; } = shape.Aggregate(1, (count, size) => checked(count * size));

    /// <summary>The tensor's dimensions.</summary>
    public long[] Shape { get; } = Array.ConvertAll(shape, size => (long)size);

    /// <summary>The shape as text.</summary>
    public string ShapeText => TensorEntry.Text(Shape);

    /// <summary>The place of a number in the tensor, such as <c>[3, 17]</c>.</summary>
    /// <param name="index">The number, from 0 in row-major order.</param>
    public string Place(int index)
    {
        long[] place = new long[shape.Length];
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            place[axis] = index % shape[axis];
            index /= shape[axis];
        }

        return TensorEntry.Text(place);
    }
}
