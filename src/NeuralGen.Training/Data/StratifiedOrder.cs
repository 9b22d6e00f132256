namespace NeuralGen.Training;

/// <summary>Arranges shuffled rows so that the first few have the classes in the proportions of all.</summary>
internal static class StratifiedOrder
{
    /// <summary>Puts as many rows of each class first as its share of <paramref name="firstCount"/>; what whole rows leave over
    /// goes to the classes with the largest remainders.</summary>
    public static int[] Arrange(int[] order, int[] classes, int classCount, int firstCount)
    {
        int[] quotas = Quotas(classes, classCount, firstCount);
        List<int> first = [];
        List<int> rest = [];
        for (int index = 0; index < order.Length; index++)
        {
            List<int> part = quotas[classes[index]]-- > 0 ? first : rest;
            part.Add(order[index]);
        }

        return [.. first, .. rest];
    }

    private static int[] Quotas(int[] classes, int classCount, int firstCount)
    {
        int[] quotas = new int[classCount];
        long[] remainders = new long[classCount];
        for (int index = 0; index < classCount; index++)
        {
            long share = (long)classes.Count(value => value == index) * firstCount;
            quotas[index] = (int)(share / classes.Length);
            remainders[index] = share % classes.Length;
        }

        int left = firstCount - quotas.Sum();
        foreach (int index in Enumerable.Range(0, classCount).OrderByDescending(index => remainders[index]).Take(left))
        {
            quotas[index]++;
        }

        return quotas;
    }
}
