namespace NeuralGen.Training;

/// <summary>Which of all rows lie in this process.</summary>
/// <param name="Start">the number of rows of the processes before it.</param>
/// <param name="Count">the number of its own.</param>
/// <param name="Total">the number of all.</param>
internal readonly record struct RowPart(int Start, int Count, int Total)
{
    public static RowPart Of(ITrainingGroup group, int rows)
    {
        int[] counts = group.GatherNumbers<int>([rows]);
        long total = counts.Sum(count => (long)count);
        return total <= Array.MaxLength
            ? new(counts.Take(group.Rank).Sum(), rows, (int)total)
            : throw new ArgumentException(FormattableString.Invariant($"All processes together have {total} rows; at most {Array.MaxLength} can be put into an order."), nameof(rows));
    }

    /// <summary>Whether a row, counted over all, lies in this process.</summary>
    public bool Has(int row) => (uint)(row - Start) < (uint)Count;
}
