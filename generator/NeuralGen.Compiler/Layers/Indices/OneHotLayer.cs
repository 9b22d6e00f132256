using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Indices;

/// <summary><c>one_hot</c>: for each whole number that it reads, zeros along a new last axis with a one where the number says.</summary>
internal sealed class OneHotLayer() : LayerKind("one_hot", new ArgumentDescriptor("count", ArgumentKind.Integer))
{
    /// <inheritdoc/>
    public override string? Misfit(int source, ElementType type, ElementType first) => type.IsInteger() ? null : "whole numbers: 'int' or 'long'";

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? count = layer.Size("count", isNeeded: true);
        Shape? output = count is { } size && layer.InputShape is { } indices ? new Shape(indices.Dimensions.Append(size).ToEquatableArray()) : null;
        layer.Append(output, output is null ? null : index => new OneHotOperation(layer.Name, layer.Sources, index, AxisRows.Of(output, output.Rank - 1)) { Arguments = layer.Arguments });
    }
}
