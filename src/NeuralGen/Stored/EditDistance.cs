namespace NeuralGen;

/// <summary>How far names are apart.</summary>
internal static class EditDistance
{
    private const int LongestName = 200;

    /// <summary>The least number of letters to insert, delete or replace that turns one name into the other (Levenshtein), by
    /// the first letters of long ones.</summary>
    public static int Between(string left, string right)
    {
        int columns = Math.Min(right.Length, LongestName);
        int[] above = [.. Enumerable.Range(0, columns + 1)];
        int[] row = new int[columns + 1];
        for (int i = 1; i <= Math.Min(left.Length, LongestName); i++)
        {
            row[0] = i;
            for (int j = 1; j <= columns; j++)
            {
                int replaced = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(above[j], row[j - 1]) + 1);
            }

            (above, row) = (row, above);
        }

        return above[columns];
    }
}
