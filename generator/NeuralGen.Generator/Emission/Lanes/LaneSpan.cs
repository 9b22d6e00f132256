namespace NeuralGen.Generator.Emission;

/// <summary>
/// Writes how rows of values in a span become variables that each hold one value of as many rows as a vector has lanes, and how
/// such variables become rows again.
/// </summary>
/// <param name="writer">Where to write.</param>
/// <param name="names">The names of local variables.</param>
/// <param name="span">The span.</param>
/// <param name="size">The number of values in a row.</param>
internal sealed class LaneSpan(SourceWriter writer, NameScope names, string span, int size)
{
    /// <summary>Up to so many values a row is taken apart in registers; above, through memory.</summary>
    private const int MostInRegisters = 4;

    private const string Vector = LaneArithmetic.VectorType;
    private const string Cast = "global::System.Runtime.InteropServices.MemoryMarshal.Cast";

    private string _vectors = "";
    private string _columns = "";

    /// <summary>Writes what comes before the loop, when the span is read.</summary>
    public void DeclareSource()
    {
        DeclareColumns();
        _vectors = names.Declare(span + "Lanes");
        writer.Line($"global::System.ReadOnlySpan<{Vector}> {_vectors} = {Cast}<float, {Vector}>({(_columns.Length > 0 ? _columns : span)});");
    }

    /// <summary>Writes what comes before the loop, when the span is written.</summary>
    public void DeclareTarget()
    {
        DeclareColumns();
        _vectors = names.Declare(span + "Lanes");
        writer.Line($"global::System.Span<{Vector}> {_vectors} = {Cast}<float, {Vector}>({(_columns.Length > 0 ? _columns : span)});");
    }

    /// <summary>Writes the variables of the next rows.</summary>
    /// <param name="nameOf">What the variable of a value is called; null where nobody needs it.</param>
    /// <returns>The variables.</returns>
    public string?[] Load(Func<int, string?> nameOf)
    {
        if (_columns.Length > 0)
        {
            writer.Line($"{LaneArithmetic.RowLanes}.ToColumns({Slice}, {_columns});");
        }

        string?[] variables = new string?[size];
        for (int i = 0; i < size; i++)
        {
            bool isSplit = _columns.Length == 0 && size > 1;
            if (nameOf(i) is { } wanted || isSplit)
            {
                variables[i] = names.Declare(nameOf(i) ?? $"{span}_{Literal.Integer(i)}");
                writer.Line($"{Vector} {variables[i]} = {_vectors}[{Index(i)}];");
            }
        }

        if (_columns.Length == 0 && size > 1)
        {
            writer.Line($"{LaneArithmetic.RowLanes}.Split({string.Join(", ", variables.Select(variable => $"ref {variable}"))});");
        }

        return variables;
    }

    /// <summary>Writes variables into the next rows.</summary>
    public void Store(string[] variables)
    {
        string[] values = variables;
        if (_columns.Length == 0 && size > 1)
        {
            // Variables that hold other things afterwards, so that nodes keep what is theirs.
            values = [.. variables.Select((_, i) => names.Declare($"{span}_{Literal.Integer(i)}"))];
            for (int i = 0; i < size; i++)
            {
                writer.Line($"{Vector} {values[i]} = {variables[i]};");
            }

            writer.Line($"{LaneArithmetic.RowLanes}.Join({string.Join(", ", values.Select(value => $"ref {value}"))});");
        }

        for (int i = 0; i < size; i++)
        {
            writer.Line($"{_vectors}[{Index(i)}] = {values[i]};");
        }

        if (_columns.Length > 0)
        {
            writer.Line($"{LaneArithmetic.RowLanes}.ToRows({_columns}, {Slice});");
        }
    }

    private string Slice => $"{span}.Slice(step * {_columns}.Length, {_columns}.Length)";

    private void DeclareColumns()
    {
        if (size > MostInRegisters)
        {
            _columns = names.Declare(span + "Columns");
            writer.Line($"global::System.Span<float> {_columns} = stackalloc float[{Literal.Times($"{Vector}.Count", size)}];");
        }
    }

    private string Index(int value) =>
        _columns.Length > 0 ? Literal.Integer(value)
        : value == 0 ? Literal.Times("step", size)
        : $"{Literal.Times("step", size)} + {Literal.Integer(value)}";
}
