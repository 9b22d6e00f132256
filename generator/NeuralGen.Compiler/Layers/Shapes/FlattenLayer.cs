using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Layers.Shapes;

/// <summary><c>flatten</c>: all values as one list, in row-major order.</summary>
internal sealed class FlattenLayer() : LayerKind("flatten")
{
    /// <inheritdoc/>
    public override bool KeepsElements => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer) => layer.Append(
        layer.InputSize,
        layer.InputSize is { } size ? output => new MoveOperation(layer.Name, layer.Sources, output, Type, IndexMap.Identity(size)) : null);
}
