using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.IndexMaps;

/// <summary>
/// Where the values of an output come from, written down place by place: for maps that would be code without end, one loop for each
/// of very many boxes.
/// </summary>
/// <param name="Input">The position of the one input among those that are read.</param>
/// <param name="Length">How many neighbours of the output are neighbours in the input, too, everywhere.</param>
/// <param name="Positions">For each such group where it begins in the input.</param>
internal sealed record IndexTable(int Input, int Length, EquatableArray<int> Positions)
{
    /// <summary>Up to so many boxes have loops of their own.</summary>
    public const int MostBoxes = 64;

    /// <summary>Up to so many loops lie within each other.</summary>
    public const int MostAxes = 8;

    /// <summary>The table of a map; null where loops say it, where values of several inputs are mixed, and where some come from nowhere.</summary>
    /// <param name="map">The map.</param>
    public static IndexTable? Of(IndexMap map)
    {
        bool isLong = map.Boxes.Count > MostBoxes || map.Boxes.Any(box => box.Sizes.Count(size => size > 1) > MostAxes);
        if (!isLong || !map.IsFull || map.Boxes.Any(box => box.Input != map.Boxes[0].Input))
        {
            return null;
        }

        (int Input, int Index)[] table = map.Table();
        int length = LengthOf(table);
        int[] positions = new int[table.Length / length];
        for (int i = 0; i < positions.Length; i++)
        {
            positions[i] = table[i * length].Index;
        }

        return new IndexTable(map.Boxes[0].Input, length, new EquatableArray<int>(positions));
    }

    private static int LengthOf((int Input, int Index)[] table)
    {
        int length = 0;
        int run = 0;
        for (int i = 0; i < table.Length; i++)
        {
            run++;
            if (i + 1 == table.Length || table[i + 1].Index != table[i].Index + 1)
            {
                length = GreatestDivisor(length, run);
                run = 0;
            }
        }

        return length;
    }

    private static int GreatestDivisor(int one, int other) => other == 0 ? one : GreatestDivisor(other, one % other);
}
