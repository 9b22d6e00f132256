using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Numbers;
using NeuralGen.Compiler.Emission.Recurrences;
using NeuralGen.Compiler.Emission.Repeats;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Stages;

/// <summary>The body of a method that computes one operation in loops, from spans to a span.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="arithmetic">How numbers are written.</param>
/// <param name="data">The constant data.</param>
/// <param name="inputs">The names of the spans that it reads.</param>
/// <param name="output">The name of the span that it writes.</param>
/// <param name="method">The name of the method, for data of its own.</param>
/// <param name="stored">Where the network's numbers are stored, when training changes them.</param>
/// <param name="packed">Collects the layers that are packed for vectors; null where there are no vectors.</param>
/// <param name="batches">Collects those that are packed for many samples too.</param>
/// <param name="windows">Collects the windows of convolutions and pools.</param>
/// <param name="constants">Collects the values of constant tensors.</param>
/// <param name="bodies">Collects the networks that layers repeat.</param>
internal sealed class LoopBlock(
    SourceWriter writer, Arithmetic arithmetic, ConstantData data, IReadOnlyList<string> inputs, string output, string method, ParameterLayout? stored = null, PackedLayers? packed = null, PackedForBatches? batches = null, SpatialWindows? windows = null, ConstantTensors? constants = null, RepeatedBodies? bodies = null)
{
    /// <summary>Where to write.</summary>
    public SourceWriter Writer => writer;

    /// <summary>How numbers are written.</summary>
    public Arithmetic Arithmetic => arithmetic;

    /// <summary>The type of number.</summary>
    public string Type => arithmetic.Type;

    /// <summary>The names of the spans that it reads.</summary>
    public IReadOnlyList<string> Inputs => inputs;

    /// <summary>The name of the span that it reads.</summary>
    public string Input => inputs[0];

    /// <summary>The name of the span that it writes.</summary>
    public string Output => output;

    /// <summary>The names of local variables, apart from those that all loops use.</summary>
    public NameScope Names { get; private init; } = new([.. SamplesBlock.Reserved.Where(name => name != "value"), .. inputs, output]);

    /// <summary>The same method, from other spans to another.</summary>
    /// <param name="sources">The spans that it reads.</param>
    /// <param name="target">The span that it writes.</param>
    public LoopBlock Over(IReadOnlyList<string> sources, string target) =>
        new(writer, arithmetic, data, sources, target, method, stored, packed, batches, windows, constants, bodies) { Names = Names };

    /// <summary>Writes a local variable and gives the name that it got.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="name">The name wanted.</param>
    /// <param name="value">Its value.</param>
    public string Local(string type, string name, string value)
    {
        string local = Names.Declare(name);
        writer.Line($"{type} {local} = {value};");
        return local;
    }

    /// <summary>Writes a local variable that is a span of constant data.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="values">The data.</param>
    public void Data(string name, NetworkNumbers values) =>
        writer.Line($"global::System.ReadOnlySpan<{Type}> {name} = {Reference(name, values)};");

    /// <summary>An expression that gives numbers of the network as a span.</summary>
    /// <param name="name">What they are.</param>
    /// <param name="values">The numbers.</param>
    public string Reference(string name, NetworkNumbers values) =>
        stored?.ParameterOffset(values) is { } parameter ? $"parameters.Slice({Literal.Integer(parameter)}, {Literal.Integer(values.Count)})"
        : stored?.StatisticOffset(values) is { } statistic ? $"statistics.Slice({Literal.Integer(statistic)}, {Literal.Integer(values.Count)})"
        : data.Reference(values, method + Texts.PascalCase(name));

    /// <summary>A field that holds a dense layer's numbers packed for vectors; null where there are no vectors.</summary>
    /// <param name="step">The layer.</param>
    public string? Packed(Step step)
    {
        if (packed is null)
        {
            return null;
        }

        if (batches is not null && step.IsPackedOnce)
        {
            return batches.Field(step);
        }

        DenseOperation dense = (DenseOperation)step.Operation;
        string weights = Reference("weights", dense.Weights);
        string bias = dense.Bias is null ? "default" : Reference("bias", dense.Bias);
        return packed.Field(method, weights, bias, dense.Units, step.IsSparseForSample);
    }

    /// <summary>A field that holds the weights of a recurrent layer's hidden state packed for vectors; null where there are no vectors, or several products.</summary>
    /// <param name="layer">The layer.</param>
    public string? PackedProduct(RecurrentOperation layer)
    {
        if (packed is null || arithmetic.Precision != Precision.Single || !RecurrentWriter.HasWholeProduct(layer))
        {
            return null;
        }

        string bias = layer.Bias is null ? "default" : Reference("recurrent_bias" + layer.Suffix, layer.Bias);
        string weights = Reference("recurrent_weights" + layer.Suffix, layer.Weights);
        return RecurrentWriter.HasWholeSteps(layer) ? packed.Recurrent(method, weights, bias, layer.Units) : packed.Field(method, weights, bias, layer.Sums, isSparse: false);
    }

    /// <summary>A field that holds what resizing takes along its axes.</summary>
    public string Resampling(ResampleOperation operation) => windows!.Resampling(operation);

    /// <summary>An expression that gives the values of a constant tensor.</summary>
    public string Constant(ConstantOperation constant) => constants!.Span(constant);

    /// <summary>A field that holds the window of a convolution or a pool.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="window">The window.</param>
    public string Window(string layer, Window window) => windows!.Field(layer, window);

    /// <summary>A field that holds the positions that a layer takes its values from.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="table">The positions.</param>
    public string Positions(string layer, IndexTable table) => windows!.Positions.Field(layer, table);

    /// <summary>The class of the network that a layer repeats.</summary>
    public string Body(RepeatOperation repeat) => bodies!.Type(repeat);

    /// <summary>Opens a loop over the elements of a span.</summary>
    public void ForEach(string variable, string span) =>
        writer.Open($"for (int {variable} = 0; {variable} < {span}.Length; {variable}++)");
}
