using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>Along an axis, the positions that a tensor of indices says: rows of a table that training finds, or of another tensor.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor it looks up, unless there is a table, and the indices.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Rows">The axis of what is looked up.</param>
/// <param name="Indices">How many indices there are.</param>
/// <param name="IndexName">The name of the tensor of indices, for messages.</param>
/// <param name="Table">The table; null where it looks up a tensor.</param>
internal sealed record GatherOperation(string Layer, EquatableArray<int> Inputs, int Output, AxisRows Rows, int Indices, string IndexName, NetworkNumbers? Table)
    : Operation(Layer, Inputs, Output)
{
    /// <inheritdoc/>
    public override string Kind => Table is null ? "gather" : "embedding";

    /// <summary>The position of the indices in <see cref="Operation.Inputs"/>.</summary>
    public int IndexInput => Table is null ? 1 : 0;

    /// <summary>Whether indices below zero count from the end, which those of a table do not.</summary>
    public bool CountsFromEnd => Table is null;

    /// <inheritdoc/>
    public override bool HasStatements => false;

    /// <inheritdoc/>
    public override IEnumerable<Parameter> Parameters => Table is null ? [] : [new Parameter(Layer, "weights", Table)];

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs)
    {
        double[] indices = inputs[IndexInput];
        double[] output = new double[Rows.Outer * indices.Length * Rows.Inner];
        for (int outer = 0; outer < Rows.Outer; outer++)
        {
            for (int i = 0; i < indices.Length; i++)
            {
                int row = Row(indices[i], i);
                for (int inner = 0; inner < Rows.Inner; inner++)
                {
                    int source = (((outer * Rows.Length) + row) * Rows.Inner) + inner;
                    output[(((outer * indices.Length) + i) * Rows.Inner) + inner] = Table is null ? inputs[0][source] : Table[source];
                }
            }
        }

        return output;
    }

    private int Row(double index, int position)
    {
        double row = index < 0 && CountsFromEnd ? index + Rows.Length : index;
        return row >= 0 && row < Rows.Length ? (int)row : throw new DataIndexException(IndexName, position, index, Rows.Length);
    }
}
