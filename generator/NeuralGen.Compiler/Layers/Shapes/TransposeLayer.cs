using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Shapes;

/// <summary><c>transpose</c>: the axes in another order; for each of the output, <c>axes</c> names that of the input.</summary>
internal sealed class TransposeLayer() : LayerKind("transpose", new ArgumentDescriptor("axes", ArgumentKind.Integers))
{
    /// <inheritdoc/>
    public override bool KeepsElements => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int[]? axes = AxisArgument.BindPermutation(layer, "axes");
        if (axes is null || layer.InputShape is not { } input)
        {
            layer.Append((Shape?)null, null);
            return;
        }

        layer.Append(
            Shape.Of([.. axes.Select(axis => input[axis])]),
            output => new MoveOperation(layer.Name, layer.Sources, output, Type, IndexMap.Transpose(input, axes))
            {
                Arguments = layer.Arguments,
            });
    }
}
