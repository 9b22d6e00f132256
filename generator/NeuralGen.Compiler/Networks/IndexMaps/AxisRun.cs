namespace NeuralGen.Compiler.Networks.IndexMaps;

/// <summary>Neighbours along an axis of an output that come from positions of the input's axis at the same distance.</summary>
/// <param name="Start">The first position in the output.</param>
/// <param name="Size">How many there are.</param>
/// <param name="Source">The first position in the input.</param>
/// <param name="Step">The distance in the input: 1 for neighbours, negative backwards, 0 where one position is repeated.</param>
internal readonly record struct AxisRun(int Start, int Size, int Source, int Step)
{
    /// <summary>The runs that an axis falls into when it reads positions of the input in some order: the longest, from the first on.</summary>
    /// <param name="positions">For each position of the output, that of the input.</param>
    public static IReadOnlyList<AxisRun> Of(IReadOnlyList<int> positions)
    {
        List<AxisRun> runs = [];
        for (int start = 0; start < positions.Count;)
        {
            int step = start + 1 < positions.Count ? positions[start + 1] - positions[start] : 1;
            int end = start + 1;
            while (end < positions.Count && positions[end] - positions[end - 1] == step)
            {
                end++;
            }

            runs.Add(new AxisRun(start, end - start, positions[start], step));
            start = end;
        }

        return runs;
    }
}
