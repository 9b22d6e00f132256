using NeuralGen.Compiler.Emission.Text;

namespace NeuralGen.Compiler.Emission.AcrossSamples;

/// <summary>
/// Writes how samples of values in a span become variables that each hold one value of as many samples as a vector has lanes, and how
/// such variables become samples again.
/// </summary>
/// <param name="writer">Where to write.</param>
/// <param name="names">The names of local variables.</param>
/// <param name="span">The span.</param>
/// <param name="size">The number of values in a sample.</param>
/// <param name="width">How wide the vectors are.</param>
internal sealed class LaneSpan(SourceWriter writer, NameScope names, string span, int size, LaneWidth width)
{
    /// <summary>Up to so many values a sample is taken apart in registers; above, through memory.</summary>
    private const int MostInRegisters = 4;

    private const string Unsafe = VectorAliases.Unsafe;
    private const string GetReference = "global::System.Runtime.InteropServices.MemoryMarshal.GetReference";

    private string _vectors = "";
    private string _columns = "";

    /// <summary>Writes what comes before the loop.</summary>
    public void Declare()
    {
        if (size > MostInRegisters)
        {
            _columns = names.Declare(span + "Columns");
            writer.Line($"global::System.Span<float> {_columns} = stackalloc float[{Literal.Times($"{width.Type}.Count", size)}];");
        }

        _vectors = names.Declare(span + "Lanes");
        string memory = _columns.Length > 0 ? _columns : span;
        writer.Line($"ref {width.Type} {_vectors} = ref {Unsafe}.As<float, {width.Type}>(ref {GetReference}({memory}));");
    }

    /// <summary>Writes the variables of the next samples.</summary>
    /// <param name="nameOf">What the variable of a value is called; null where nobody needs it.</param>
    /// <param name="isUnordered">Whether the samples may come in another order than they stand in.</param>
    /// <returns>The variables.</returns>
    public string?[] Load(Func<int, string?> nameOf, bool isUnordered = false)
    {
        if (_columns.Length > 0)
        {
            writer.Line($"{width.RowLanes}.ToColumns({Slice}, {_columns});");
        }

        string?[] variables = new string?[size];
        for (int i = 0; i < size; i++)
        {
            bool isSplit = _columns.Length == 0 && size > 1;
            if (nameOf(i) is { } wanted || isSplit)
            {
                variables[i] = names.Declare(nameOf(i) ?? $"{span}_{Literal.Integer(i)}");
                writer.Line($"{width.Type} {variables[i]} = {Element(i)};");
            }
        }

        if (_columns.Length == 0 && size > 1)
        {
            string method = isUnordered ? "SplitUnordered" : "Split";
            writer.Line($"{width.RowLanes}.{method}({string.Join(", ", variables.Select(variable => $"ref {variable}"))});");
        }

        return variables;
    }

    /// <summary>Writes variables into the next samples.</summary>
    public void Store(string[] variables)
    {
        string[] values = variables;
        if (_columns.Length == 0 && size > 1)
        {
            // Variables that hold other things afterwards, so that nodes keep what is theirs.
            values = [.. variables.Select((_, i) => names.Declare($"{span}_{Literal.Integer(i)}"))];
            for (int i = 0; i < size; i++)
            {
                writer.Line($"{width.Type} {values[i]} = {variables[i]};");
            }

            writer.Line($"{width.RowLanes}.Join({string.Join(", ", values.Select(value => $"ref {value}"))});");
        }

        for (int i = 0; i < size; i++)
        {
            writer.Line($"{Element(i)} = {values[i]};");
        }

        if (_columns.Length > 0)
        {
            writer.Line($"{width.RowLanes}.ToRows({_columns}, {Slice});");
        }
    }

    private string Slice => $"{span}.Slice(step * {_columns}.Length, {_columns}.Length)";

    private string Element(int value)
    {
        string index = _columns.Length > 0 ? Literal.Integer(value)
            : value == 0 ? Literal.Times("step", size)
            : $"{Literal.Times("step", size)} + {Literal.Integer(value)}";
        return $"{Unsafe}.Add(ref {_vectors}, {index})";
    }
}
