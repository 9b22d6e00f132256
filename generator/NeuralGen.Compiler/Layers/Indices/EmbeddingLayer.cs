using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Indices;

/// <summary><c>embedding</c>: for each whole number that it reads, a row of a table, as PyTorch's layer of that name.</summary>
internal sealed class EmbeddingLayer() : LayerKind(
    "embedding",
    new ArgumentDescriptor("count", ArgumentKind.Integer),
    new ArgumentDescriptor("units", ArgumentKind.Integer),
    new ArgumentDescriptor("weights", ArgumentKind.Tensor))
{
    /// <inheritdoc/>
    public override string? Misfit(int source, ElementType type, ElementType first) => type.IsInteger() ? null : "whole numbers: 'int' or 'long'";

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? count = layer.Size("count") ?? Declared(layer, 0);
        int? units = layer.Size("units") ?? Declared(layer, 1);
        if (layer.Find("weights") is DeclaredNumbers && ((count is null && layer.Find("count") is null) || (units is null && layer.Find("units") is null)))
        {
            layer.Report(WeightRules.MissingValues, layer.Place, layer.Name, layer.Type, layer.Spell(layer.Find("count") is null ? "count" : "units"));
        }

        Shape? table = count is { } rows && units is { } columns ? Shape.Of(rows, columns) : null;
        NumberArray? weights = new WeightReader(layer, "embedding").Weights(table);
        Shape? output = table is not null && layer.InputShape is { } indices ? new Shape(indices.Dimensions.Append(table[1]).ToEquatableArray()) : null;
        layer.Append(output, table is null || weights is null || layer.InputShape is not { } input ? null : index => new GatherOperation(
            layer.Name, layer.Sources, index, new AxisRows(1, table[0], table[1]), input.Size, layer.InputName, layer.Own(weights)));
    }

    /// <summary>A size that the weights themselves say; null where they do not.</summary>
    private static int? Declared(LayerBinding layer, int axis) => layer.Find("weights") is DeclaredTensor { Shape: { Rank: 2 } shape } ? shape[axis] : null;
}
