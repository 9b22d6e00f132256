using System.Numerics;

namespace NeuralGen.Training;

/// <summary>The values of a column of a CSV file: numbers, or the indices of categories.</summary>
internal sealed class CsvColumn<T>(string name, int index, CategoryList? categories)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly List<T> _numbers = [];
    private readonly List<int> _categories = [];

    public string Name { get; } = name;

    public int Index { get; } = index;

    public CategoryList? Categories { get; } = categories;

    public int Count => _numbers.Count + _categories.Count;

    public int Width => Categories?.Names.Count ?? 1;

    public void AddNumber(T number) => _numbers.Add(number);

    public void AddCategory(int category) => _categories.Add(category);

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
}
