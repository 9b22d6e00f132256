using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.Compiler.Layers;

/// <summary><c>activation</c>: an activation function as a layer of its own.</summary>
internal sealed class ActivationLayer() : LayerKind("activation", new ArgumentDescriptor("activation", ArgumentKind.Activation))
{
    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        if (layer.Find("activation") is null)
        {
            layer.Report(WeightRules.MissingValues, layer.Place, layer.Name, Type, layer.Spell("activation"));
            layer.Append(layer.InputShape, null);
            return;
        }

        layer.AppendActivation(layer.InputShape, layer.Inputs[0]);
    }
}
