namespace NeuralGen.Training;

/// <summary>The categories of a column: given ones, or those that are found.</summary>
internal sealed class CategoryList
{
    private readonly bool _isGiven;
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private int[] _positions = [];

    public CategoryList(IReadOnlyList<string> given)
    {
        _isGiven = given.Count > 0;
        foreach (string name in given)
        {
            _indices.Add(name, _indices.Count);
        }

        Names = given;
    }

    /// <summary>Gets the categories in order; found ones after <see cref="Complete"/>.</summary>
    public IReadOnlyList<string> Names { get; private set; }

    /// <summary>Gets the index of a category, or -1 if it is not among the given ones.</summary>
    public int Find(string name)
    {
        if (_indices.TryGetValue(name, out int index))
        {
            return index;
        }

        if (_isGiven)
        {
            return -1;
        }

        _indices.Add(name, _indices.Count);
        return _indices.Count - 1;
    }

    /// <summary>Gets the category that <see cref="Find"/> gave an index.</summary>
    public string NameOf(int index) => _indices.First(pair => pair.Value == index).Key;

    /// <summary>Ends the search and puts the found categories into order.</summary>
    public void Complete(CategoryOrder order)
    {
        string[] names = [.. _indices.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
        int[] indices = [.. Enumerable.Range(0, names.Length)];
        if (!_isGiven && order == CategoryOrder.Sorted)
        {
            Array.Sort(names, indices, StringComparer.Ordinal);
        }

        Names = names;
        _positions = new int[indices.Length];
        for (int position = 0; position < indices.Length; position++)
        {
            _positions[indices[position]] = position;
        }
    }

    /// <summary>Gets the place in <see cref="Names"/> of what <see cref="Find"/> returned.</summary>
    public int Position(int index) => _positions[index];
}
