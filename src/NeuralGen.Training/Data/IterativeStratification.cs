namespace NeuralGen.Training;

/// <summary>Arranges shuffled rows so that the first few have each label in the proportion of all (iterative stratification,
/// Sechidis, Tsoumakas and Vlahavas 2011, for two parts of given sizes).</summary>
internal static class IterativeStratification
{
    /// <summary>Puts <paramref name="firstCount"/> rows first. Rows of the rarest label that is left are dealt first, each to the
    /// part that lacks more of this label, then to the one with more room.</summary>
    public static int[] Arrange(int[] order, int labelCount, Func<int, int, bool> hasLabel, int firstCount)
    {
        List<int> left = [.. order];
        List<int>[] parts = [[], []];
        int[] room = [firstCount, order.Length - firstCount];
        double[][] wanted = [.. room.Select(size => Labels(labelCount, label => (double)size / order.Length * order.Count(row => hasLabel(row, label))))];
        while (left.Count > 0)
        {
            int[] counts = [.. Enumerable.Range(0, labelCount).Select(label => left.Count(row => hasLabel(row, label)))];
            int rarest = Enumerable.Range(0, labelCount).Where(label => counts[label] > 0).OrderBy(label => counts[label]).FirstOrDefault(-1);
            int[] dealt = [.. left.Where(row => rarest < 0 || hasLabel(row, rarest))];
            foreach (int row in dealt)
            {
                int part = Choose(room, rarest < 0 ? [0, 0] : [wanted[0][rarest], wanted[1][rarest]]);
                parts[part].Add(row);
                room[part]--;
                for (int label = 0; label < labelCount; label++)
                {
                    wanted[part][label] -= hasLabel(row, label) ? 1 : 0;
                }
            }

            left.RemoveAll(new HashSet<int>(dealt).Contains);
        }

        return [.. parts[0], .. parts[1]];
    }

    private static int Choose(int[] room, double[] wanted) =>
        room[0] == 0 ? 1
        : room[1] == 0 ? 0
        : wanted[0] != wanted[1] ? (wanted[0] > wanted[1] ? 0 : 1)
        : room[0] >= room[1] ? 0 : 1;

    private static double[] Labels(int labelCount, Func<int, double> value) => [.. Enumerable.Range(0, labelCount).Select(value)];
}
