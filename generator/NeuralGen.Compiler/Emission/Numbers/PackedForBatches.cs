using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.Numbers;

/// <summary>
/// The dense layers whose numbers are kept a second time, in the order in which many samples at a time are multiplied with them.
/// They stand in a nested class of their own, which costs nothing until a batch comes; large layers in another, since one sample
/// reads the same copy.
/// </summary>
/// <param name="context">What the writers share.</param>
/// <param name="data">The constant data.</param>
internal sealed class PackedForBatches(EmissionContext context, ConstantData data)
{
    /// <summary>The nested class of layers for many samples.</summary>
    public const string TypeName = "PackedForBatches";

    /// <summary>The nested class of layers for any number of samples.</summary>
    public const string LargeTypeName = "PackedLarge";

    private const string DenseType = "global::NeuralGen.PackedDenseRows";
    private const string SparseType = "global::NeuralGen.SparseDense";

    private readonly NameScope _names = new();
    private readonly List<(Step Step, string Name)> _layers = [];

    /// <summary>Whether the numbers of the network stay as they are, and vectors can use them.</summary>
    public bool IsPossible => context.Platform.HasVectors && context.Storage.AreConstant && context.Arithmetic.Precision == Precision.Single;

    /// <summary>An expression that gives a packed layer.</summary>
    public string Field(Step step)
    {
        DenseOperation dense = (DenseOperation)step.Operation;
        string? name = _layers.Find(layer => HasNumbers((DenseOperation)layer.Step.Operation)).Name;
        if (name is null)
        {
            name = _names.Declare(Identifier.Member(dense.Layer));
            _layers.Add((step, name));
        }

        bool HasNumbers(DenseOperation other) => other.Weights.Id == dense.Weights.Id && other.Bias?.Id == dense.Bias?.Id;

        return $"{(step.IsPackedOnce ? LargeTypeName : TypeName)}.{name}";
    }

    /// <summary>Writes the nested classes, if anything is in them.</summary>
    public void Write()
    {
        if (_layers.Count == 0)
        {
            return;
        }

        SourceWriter writer = context.Writer;
        Write(writer, LargeTypeName, "one sample and many samples", [.. _layers.Where(layer => layer.Step.IsPackedOnce)]);
        Write(writer, TypeName, "many samples at a time", [.. _layers.Where(layer => !layer.Step.IsPackedOnce)]);
    }

    private void Write(SourceWriter writer, string type, string readers, (Step Step, string Name)[] layers)
    {
        if (layers.Length == 0)
        {
            return;
        }

        if (type == TypeName && layers.Length < _layers.Count)
        {
            writer.Line();
        }

        writer.Line($"/// <summary>The weights in the order in which {readers} are multiplied with them.</summary>");
        writer.Open($"private static class {type}");
        foreach ((Step step, string name) in layers)
        {
            DenseOperation dense = (DenseOperation)step.Operation;
            string layer = Identifier.Member(dense.Layer);
            string bias = dense.Bias is { } values ? data.Reference(values, layer + "Bias") : "default";
            string packed = step.IsSparseForBatch ? SparseType : DenseType;
            writer.Line($"internal static readonly {packed} {name} = new {packed}({data.Reference(dense.Weights, layer + "Weights")}, {bias}, {Literal.Integer(dense.Units)});");
        }

        writer.Close();
    }
}
