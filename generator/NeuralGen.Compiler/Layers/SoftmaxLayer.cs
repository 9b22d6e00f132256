using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Layers;

/// <summary><c>softmax</c> and <c>log_softmax</c> as layers of their own, along an axis: the last when left out.</summary>
/// <param name="function">Which form.</param>
internal sealed class SoftmaxLayer(SoftmaxFunction function) : LayerKind(function.Name, new ArgumentDescriptor("axis", ArgumentKind.Integer))
{
    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? axis = AxisArgument.Bind(layer, "axis", -1);
        if (axis is null || layer.InputShape is not { } shape)
        {
            layer.Append(layer.InputShape, null);
            return;
        }

        // Of a list of values it is the activation, with its forms and its loss.
        layer.Append(shape, shape.Rank == 1
            ? output => new ActivationOperation(layer.Name, layer.Sources, output, function)
            : output => new SoftmaxOperation(
                layer.Name, layer.Sources, output, function, shape.Product(0, axis.Value), shape[axis.Value], shape.Product(axis.Value + 1, shape.Rank)));
    }
}
