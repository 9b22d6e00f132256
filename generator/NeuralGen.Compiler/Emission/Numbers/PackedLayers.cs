using NeuralGen.Compiler.Emission.Text;

namespace NeuralGen.Compiler.Emission.Numbers;

/// <summary>The dense layers whose numbers are kept a second time, in the order and the alignment in which vectors read them.</summary>
/// <param name="taken">The names that no field can have.</param>
internal sealed class PackedLayers(string[] taken)
{
    private const string DenseType = "global::NeuralGen.PackedDense";
    private const string SparseType = "global::NeuralGen.SparseDense";
    private const string RecurrentType = "global::NeuralGen.PackedRecurrence";

    private readonly NameScope _names = new(taken);
    private readonly List<string> _fields = [];

    /// <summary>Declares the field of a layer.</summary>
    /// <param name="method">The layer's method.</param>
    /// <param name="weights">The span of its weights.</param>
    /// <param name="bias">The span of its bias.</param>
    /// <param name="units">The number of its units.</param>
    /// <param name="isSparse">Whether only the weights that are not zero are kept.</param>
    /// <returns>The field's name.</returns>
    public string Field(string method, string weights, string bias, int units, bool isSparse) =>
        Declare(isSparse ? SparseType : DenseType, $"{method}{(isSparse ? "Sparse" : "Packed")}", weights, bias, units);

    /// <summary>Declares the field of a recurrent layer, whose weights its steps read.</summary>
    /// <param name="method">The layer's method.</param>
    /// <param name="weights">The span of the weights of the hidden state.</param>
    /// <param name="bias">The span of its bias.</param>
    /// <param name="units">The number of its units.</param>
    /// <returns>The field's name.</returns>
    public string Recurrent(string method, string weights, string bias, int units) => Declare(RecurrentType, $"{method}Packed", weights, bias, units);

    private string Declare(string type, string name, string weights, string bias, int units)
    {
        string field = _names.Declare(name);
        _fields.Add($"private static readonly {type} {field} = new {type}({weights}, {bias}, {Literal.Integer(units)});");
        return field;
    }

    /// <summary>Writes the fields.</summary>
    public void Write(SourceWriter writer)
    {
        foreach (string field in _fields)
        {
            writer.Line();
            writer.Line(field);
        }
    }
}
