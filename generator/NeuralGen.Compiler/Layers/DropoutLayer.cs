using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Layers;

/// <summary><c>dropout</c>: nothing at inference.</summary>
internal sealed class DropoutLayer() : LayerKind("dropout", new ArgumentDescriptor("rate", ArgumentKind.Number))
{
    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        double? rate = layer.Number("rate", null, value => value >= 0 && value < 1, "from 0 to less than 1");
        layer.Append(layer.InputShape, rate is not null
            ? output => new DropoutOperation(layer.Name, layer.Sources, output, rate.Value)
            : null);
    }
}
