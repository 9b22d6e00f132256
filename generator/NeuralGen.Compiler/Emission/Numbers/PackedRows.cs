using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.Numbers;

/// <summary>
/// The dense layers whose numbers are kept a second time, in the order in which many rows at a time are multiplied with them.
/// They stand in a nested class of their own, which costs nothing until a batch comes.
/// </summary>
/// <param name="context">What the writers share.</param>
/// <param name="data">The constant data.</param>
internal sealed class PackedRows(EmissionContext context, ConstantData data)
{
    /// <summary>The nested class.</summary>
    public const string TypeName = "PackedRows";

    private const string DenseType = "global::NeuralGen.PackedDenseRows";
    private const string SparseType = "global::NeuralGen.SparseDense";

    private readonly NameScope _names = new();
    private readonly List<(DenseOperation Dense, bool IsSparse, string Name)> _layers = [];

    /// <summary>Whether the numbers of the network stay as they are, and vectors can use them.</summary>
    public bool IsPossible => context.Platform.HasVectors && !context.IsTrainable && context.Arithmetic.Precision == Precision.Single;

    /// <summary>An expression that gives a packed layer.</summary>
    public string Field(Step step)
    {
        DenseOperation dense = (DenseOperation)step.Operation;
        string? name = _layers.Find(layer => layer.Dense.Weights.Id == dense.Weights.Id && layer.Dense.Bias?.Id == dense.Bias?.Id).Name;
        if (name is null)
        {
            name = _names.Declare(Identifier.Member(dense.Layer));
            _layers.Add((dense, step.IsSparseForBatch, name));
        }

        return $"{TypeName}.{name}";
    }

    /// <summary>Writes the nested class, if anything is in it.</summary>
    public void Write()
    {
        if (_layers.Count == 0)
        {
            return;
        }

        SourceWriter writer = context.Writer;
        writer.Line();
        writer.Open($"private static partial class {context.LayersType}");
        writer.Line("/// <summary>The weights in the order in which many rows at a time are multiplied with them.</summary>");
        writer.Open($"private static class {TypeName}");
        foreach ((DenseOperation dense, bool isSparse, string name) in _layers)
        {
            string layer = Identifier.Member(dense.Layer);
            string bias = dense.Bias is { } values ? data.Reference(values, layer + "Bias") : "default";
            string type = isSparse ? SparseType : DenseType;
            writer.Line($"internal static readonly {type} {name} = new {type}({data.Reference(dense.Weights, layer + "Weights")}, {bias}, {Literal.Integer(dense.Units)});");
        }

        writer.Close();
        writer.Close();
    }
}
