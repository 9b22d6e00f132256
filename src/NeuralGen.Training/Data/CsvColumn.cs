using System.Numerics;

namespace NeuralGen.Training;

/// <summary>The values of a column of a CSV file: numbers, or the indices of categories. Missing values that are to be filled in
/// leave a gap until the end.</summary>
internal sealed class CsvColumn<T>(string name, int index, CategoryList? categories, MissingValues policy)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly List<T> _numbers = [];
    private readonly List<int> _categories = [];
    private readonly List<int> _gaps = [];

    public string Name { get; } = name;

    public int Index { get; } = index;

    public CategoryList? Categories { get; } = categories;

    /// <summary>Gets what happens where a value is missing.</summary>
    public MissingValues Policy { get; } = policy;

    /// <summary>Gets a value indicating whether numbers are labels, 0 or 1.</summary>
    public bool IsLabel { get; init; }

    public int Count => _numbers.Count + _categories.Count;

    public int Gaps => _gaps.Count;

    public int Width => Categories?.Names.Count ?? 1;

    /// <summary>Gets the numbers that are in the file.</summary>
    public T[] Numbers => Present(_numbers);

    /// <summary>Gets the indices of the categories that are in the file.</summary>
    public int[] Found => Present(_categories);

    public void AddNumber(T number) => _numbers.Add(number);

    public void AddCategory(int category) => _categories.Add(category);

    /// <summary>Leaves a gap.</summary>
    public void AddMissing()
    {
        _gaps.Add(Count);
        if (Categories is null)
        {
            _numbers.Add(T.Zero);
        }
        else
        {
            _categories.Add(0);
        }
    }

    public void Fill(T number) => _gaps.ForEach(row => _numbers[row] = number);

    public void Fill(int category) => _gaps.ForEach(row => _categories[row] = category);

    public void Write(int row, Span<T> values)
    {
        if (Categories is null)
        {
            values[0] = _numbers[row];
        }
        else
        {
            values[Categories.Position(_categories[row])] = T.One;
        }
    }

    private TValue[] Present<TValue>(List<TValue> values)
    {
        HashSet<int> gaps = [.. _gaps];
        return [.. values.Where((_, row) => !gaps.Contains(row))];
    }
}
