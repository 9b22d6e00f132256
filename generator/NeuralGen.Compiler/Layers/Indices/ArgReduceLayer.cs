using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Indices;

/// <summary><c>arg_max</c> and <c>arg_min</c>: along an axis, the last when left out, where the largest or the smallest value stands.</summary>
/// <param name="type">The layer's type.</param>
/// <param name="isLargest">Whether it is the largest.</param>
internal sealed class ArgReduceLayer(string type, bool isLargest) : LayerKind(
    type,
    new ArgumentDescriptor("axis", ArgumentKind.Integer),
    new ArgumentDescriptor("keep_dimensions", ArgumentKind.Flag),
    new ArgumentDescriptor("last", ArgumentKind.Flag))
{
    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? axis = AxisArgument.Bind(layer, "axis", -1);
        if (axis is not { } along || layer.InputShape is not { } input)
        {
            layer.Append((Shape?)null, null, ElementType.Long);
            return;
        }

        bool keeps = layer.Find("keep_dimensions") is DeclaredFlag { Value: true };
        bool isLast = layer.Find("last") is DeclaredFlag { Value: true };
        Shape output = keeps ? input.With(along, 1) : new Shape(input.Dimensions.Where((_, i) => i != along).ToEquatableArray());
        layer.Append(output, index => new ArgReduceOperation(layer.Name, layer.Sources, index, AxisRows.Of(input, along), isLargest, isLast), ElementType.Long);
    }
}
