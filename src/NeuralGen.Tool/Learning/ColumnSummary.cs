namespace NeuralGen.Tool.Learning;

/// <summary>What a column of a file holds.</summary>
/// <param name="name">Its name.</param>
internal sealed class ColumnSummary(string name)
{
    /// <summary>More different texts than this are not counted.</summary>
    public const int MostDistinct = 1000;

    private readonly HashSet<string> _distinct = new(StringComparer.Ordinal);

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>How many values it has.</summary>
    public int Count { get; private set; }

    /// <summary>How many are missing.</summary>
    public int Missing { get; private set; }

    /// <summary>The line of the first that is.</summary>
    public long FirstMissing { get; private set; }

    /// <summary>Whether all are numbers.</summary>
    public bool IsNumeric { get; private set; } = true;

    /// <summary>Whether all are whole numbers.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>How many different ones there are, as far as they are counted.</summary>
    public int Distinct => _distinct.Count;

    /// <summary>Notes a value.</summary>
    public void Add(string text, bool isNumber, double number)
    {
        Count++;
        IsNumeric &= isNumber;
        IsWhole &= isNumber && Math.Floor(number) == number;
        if (_distinct.Count <= MostDistinct)
        {
            _distinct.Add(text);
        }
    }

    /// <summary>Notes that a value is missing.</summary>
    public void AddMissing(long line)
    {
        FirstMissing = Missing == 0 ? line : FirstMissing;
        Missing++;
    }
}
