namespace NeuralGen.DuckDB.Arguments;

/// <summary>Which rows of a chunk have no NULL among their arguments.</summary>
internal sealed class RowValidity(int rows)
{
    private const int BitsPerWord = 64;

    private ulong[]? _words;

    /// <summary>Gets a value indicating whether no row has a NULL.</summary>
    public bool AreAllValid => _words is null;

    /// <summary>Whether a row has no NULL.</summary>
    public bool IsValid(int row) => _words is null || (_words[row / BitsPerWord] >> (row % BitsPerWord) & 1) != 0;

    /// <summary>Notes that a row has a NULL.</summary>
    public void Clear(int row) => Words()[row / BitsPerWord] &= ~(1UL << (row % BitsPerWord));

    /// <summary>Notes the NULLs of a column.</summary>
    /// <param name="mask">A bit per row that is set where there is a value, or null if there is a value in every row.</param>
    public unsafe void And(ulong* mask)
    {
        if (mask is null)
        {
            return;
        }

        Span<ulong> words = Words();
        for (int word = 0; word < words.Length; word++)
        {
            words[word] &= mask[word];
        }
    }

    /// <summary>Writes a bit per row, set where there is no NULL.</summary>
    public unsafe void CopyTo(ulong* mask) => Words().CopyTo(new Span<ulong>(mask, Words().Length));

    private ulong[] Words()
    {
        if (_words is null)
        {
            _words = new ulong[(rows + BitsPerWord - 1) / BitsPerWord];
            Array.Fill(_words, ulong.MaxValue);
        }

        return _words;
    }
}
