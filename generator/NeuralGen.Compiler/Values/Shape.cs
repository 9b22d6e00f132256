using System.Globalization;

namespace NeuralGen.Compiler.Values;

/// <summary>The sizes of a tensor along its axes, for one sample: the batch is no part of it.</summary>
/// <param name="Dimensions">The sizes, outermost first; none for a single value.</param>
internal sealed record Shape(EquatableArray<int> Dimensions)
{
    /// <summary>The number of axes.</summary>
    public int Rank => Dimensions.Count;

    /// <summary>The number of values; as large as a number can be where the product is larger.</summary>
    public long Count
    {
        get
        {
            long count = 1;
            foreach (int dimension in Dimensions)
            {
                count = dimension == 0 ? 0 : count > long.MaxValue / dimension ? long.MaxValue : count * dimension;
            }

            return count;
        }
    }

    /// <summary>The number of values of a tensor that is compiled.</summary>
    public int Size => (int)Count;

    /// <summary>The size of the last axis; 1 for a single value.</summary>
    public int Features => Rank == 0 ? 1 : Dimensions[Rank - 1];

    /// <summary>The size along an axis.</summary>
    public int this[int axis] => Dimensions[axis];

    /// <summary>The shape of a list of values.</summary>
    public static Shape Vector(int size) => new(new EquatableArray<int>([size]));

    /// <summary>A shape of some sizes.</summary>
    public static Shape Of(params int[] dimensions) => new(new EquatableArray<int>(dimensions));

    /// <summary>The product of the sizes of some neighbouring axes.</summary>
    /// <param name="start">The first axis.</param>
    /// <param name="end">The axis behind the last one.</param>
    public int Product(int start, int end)
    {
        int product = 1;
        for (int axis = start; axis < end; axis++)
        {
            product *= Dimensions[axis];
        }

        return product;
    }

    /// <summary>The shape with another size along an axis.</summary>
    public Shape With(int axis, int size) => new(Dimensions.Select((dimension, i) => i == axis ? size : dimension).ToEquatableArray());

    /// <summary>Where a value lies: a number per axis.</summary>
    /// <param name="index">The value's position in row-major order.</param>
    public int[] Position(int index)
    {
        int[] position = new int[Rank];
        for (int axis = Rank - 1; axis >= 0; axis--)
        {
            position[axis] = index % Dimensions[axis];
            index /= Dimensions[axis];
        }

        return position;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"[{string.Join(", ", Dimensions.Select(dimension => dimension.ToString(CultureInfo.InvariantCulture)))}]";
}
