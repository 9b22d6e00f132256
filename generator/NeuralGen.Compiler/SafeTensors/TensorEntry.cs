using System.Globalization;

namespace NeuralGen.Compiler.SafeTensors;

/// <summary>A tensor as a header describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Shape">Its dimensions; none for a scalar.</param>
/// <param name="Begin">Where its bytes begin, from the beginning of the data.</param>
/// <param name="End">Where they end.</param>
internal sealed record TensorEntry(string Name, DataType Type, IReadOnlyList<long> Shape, long Begin, long End)
{
    /// <summary>The number of values.</summary>
    public long Count => (End - Begin) / Type.Size();

    /// <summary>A shape as text, such as <c>[8, 1, 3, 3]</c>.</summary>
    public static string Text(IEnumerable<long> shape) => "[" + string.Join(", ", shape.Select(size => size.ToString(CultureInfo.InvariantCulture))) + "]";

    /// <summary>The number of values of a shape, or null where that is no 64-bit number.</summary>
    /// <param name="shape">The dimensions, none below 0.</param>
    public static long? CountOf(IEnumerable<long> shape)
    {
        long count = 1;
        foreach (long size in shape)
        {
            if (size != 0 && count > long.MaxValue / size)
            {
                return null;
            }

            count *= size;
        }

        return count;
    }
}
