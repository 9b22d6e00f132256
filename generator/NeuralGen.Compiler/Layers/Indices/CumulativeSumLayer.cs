using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Layers.Indices;

/// <summary><c>cumulative_sum</c>: along an axis, the first when left out, the sum of each value and those before it.</summary>
internal sealed class CumulativeSumLayer() : LayerKind(
    "cumulative_sum",
    new ArgumentDescriptor("axis", ArgumentKind.Integer),
    new ArgumentDescriptor("exclusive", ArgumentKind.Flag),
    new ArgumentDescriptor("reverse", ArgumentKind.Flag))
{
    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? axis = AxisArgument.Bind(layer, "axis", 0);
        bool isExclusive = layer.Find("exclusive") is DeclaredFlag { Value: true };
        bool isReversed = layer.Find("reverse") is DeclaredFlag { Value: true };
        layer.Append(layer.InputShape, axis is not { } along || layer.InputShape is not { } shape
            ? null
            : output => new CumulativeSumOperation(layer.Name, layer.Sources, output, AxisRows.Of(shape, along), isExclusive, isReversed) { Arguments = layer.Arguments });
    }
}
