using CsvHelper;

namespace NeuralGen.Tool.Predicting;

/// <summary>What is remembered of rows until they are predicted: their lines, and the fields that go through.</summary>
/// <param name="plan">The columns.</param>
/// <param name="separator">What stands between fields.</param>
internal sealed class KeptFields(ColumnPlan plan, byte separator)
{
    private readonly RowText _text = new(separator);
    private readonly List<(long Line, int Start, int End)> _rows = [];

    /// <summary>Remembers the current row.</summary>
    /// <param name="csv">The reader.</param>
    /// <param name="linesBefore">How many lines of the file stand before what it reads.</param>
    public void Add(CsvReader csv, long linesBefore)
    {
        int start = _text.Length;
        foreach ((int column, string _) in plan.Kept)
        {
            _text.Field(column < csv.FieldCount ? csv.GetSpan(column) : []);
        }

        int end = _text.Length;
        _text.EndRow();
        _rows.Add((csv.LineNumber + linesBefore, start, end));
    }

    /// <summary>The line on which a row begins.</summary>
    public long LineOf(int row) => _rows[row].Line;

    /// <summary>Writes the fields of a row.</summary>
    public void Write(RowText text, int row)
    {
        if (plan.Kept.Count > 0)
        {
            (_, int start, int end) = _rows[row];
            text.Raw(_text.Written.Span[start..end]);
        }
    }

    /// <summary>Forgets all rows.</summary>
    public void Clear()
    {
        _rows.Clear();
        _text.Clear();
    }
}
