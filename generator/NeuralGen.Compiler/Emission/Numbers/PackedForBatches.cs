using NeuralGen.Compiler.Emission.Recurrences;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.Numbers;

/// <summary>
/// The dense and recurrent layers and convolutions whose numbers are kept a second time, in the order in which many samples at a time are multiplied with them.
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
    private const string RecurrentType = "global::NeuralGen.PackedRecurrence";
    private const string ConvolutionType = "global::NeuralGen.PackedConvolution";
    private const string SparseType = "global::NeuralGen.SparseDense";

    private readonly NameScope _names = new();
    private readonly List<(Step Step, string Name)> _layers = [];

    /// <summary>Whether the numbers of the network stay as they are, and vectors can use them.</summary>
    public bool IsPossible => context.Platform.HasVectors && context.Storage.AreConstant && context.Arithmetic.Precision == Precision.Single;

    /// <summary>An expression that gives a packed layer.</summary>
    public string Field(Step step)
    {
        string? name = _layers.Find(layer => AreSame(layer.Step.Operation, step.Operation)).Name;
        if (name is null)
        {
            name = _names.Declare(Identifier.Member(step.Layer) + (step.Operation is RecurrentOperation ? "Recurrent" : ""));
            _layers.Add((step, name));
            if (step.Operation is ConvolutionOperation convolution)
            {
                context.Windows.Field(convolution.Layer, convolution.Window);
            }
        }

        return $"{(step.IsPackedOnce ? LargeTypeName : TypeName)}.{name}";
    }

    /// <summary>Whether one packed copy serves two layers.</summary>
    private static bool AreSame(Operation first, Operation second) => (first, second) switch
    {
        (DenseOperation one, DenseOperation other) => one.Weights.Id == other.Weights.Id && one.Bias?.Id == other.Bias?.Id,
        (RecurrentOperation one, RecurrentOperation other) => one.Weights.Id == other.Weights.Id && one.Bias?.Id == other.Bias?.Id,
        (ConvolutionOperation one, ConvolutionOperation other) =>
            one.Weights.Id == other.Weights.Id && one.Bias?.Id == other.Bias?.Id && one.Window == other.Window && one.Groups == other.Groups,
        _ => false,
    };

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
            writer.Line(step.Operation switch
            {
                ConvolutionOperation convolution => Declaration(convolution, name),
                RecurrentOperation recurrent => Declaration(recurrent, name),
                _ => Declaration(step, (DenseOperation)step.Operation, name),
            });
        }

        writer.Close();
    }

    private string Declaration(Step step, DenseOperation dense, string name)
    {
        string packed = step.IsSparseForBatch ? SparseType : DenseType;
        return $"internal static readonly {packed} {name} = new {packed}({Numbers(dense.Layer, dense.Weights, dense.Bias)}, {Literal.Integer(dense.Units)});";
    }

    private string Declaration(RecurrentOperation recurrent, string name)
    {
        string member = Identifier.Member(recurrent.Layer);
        string weights = data.Reference(recurrent.Weights, $"{member}RecurrentWeights{recurrent.Suffix}");
        string bias = recurrent.Bias is null ? "default" : data.Reference(recurrent.Bias, $"{member}RecurrentBias{recurrent.Suffix}");
        (string type, int units) = RecurrentWriter.HasWholeSteps(recurrent) ? (RecurrentType, recurrent.Units) : (DenseType, recurrent.Sums);
        return $"internal static readonly {type} {name} = new {type}({weights}, {bias}, {Literal.Integer(units)});";
    }

    private string Declaration(ConvolutionOperation convolution, string name)
    {
        string window = context.Windows.Field(convolution.Layer, convolution.Window);
        string sizes = string.Join(", ", new[] { convolution.Channels, convolution.Units, convolution.Groups }.Select(size => Literal.Integer(size)));
        return $"internal static readonly {ConvolutionType} {name} = new {ConvolutionType}({Numbers(convolution.Layer, convolution.Weights, convolution.Bias)}, {window}, {sizes});";
    }

    private string Numbers(string layer, NetworkNumbers weights, NetworkNumbers? bias)
    {
        string member = Identifier.Member(layer);
        return $"{data.Reference(weights, member + "Weights")}, {(bias is null ? "default" : data.Reference(bias, member + "Bias"))}";
    }
}
