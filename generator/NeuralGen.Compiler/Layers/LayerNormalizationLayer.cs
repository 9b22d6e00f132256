using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary><c>layer_normalization</c> over the last axis; gamma is 1 and beta 0 when left out.</summary>
internal sealed class LayerNormalizationLayer() : LayerKind(
    "layer_normalization",
    new ArgumentDescriptor("gamma", ArgumentKind.Numbers),
    new ArgumentDescriptor("beta", ArgumentKind.Numbers),
    new ArgumentDescriptor("epsilon", ArgumentKind.Number))
{
    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? size = layer.InputFeatures;
        NumberArray? gamma = layer.Numbers("gamma", size, 1);
        NumberArray? beta = layer.Numbers("beta", size, 0);
        double? epsilon = layer.Number(
            "epsilon",
            BatchNormalizationLayer.DefaultEpsilon,
            value => layer.Round(value) > 0 && !double.IsInfinity(layer.Round(value)),
            "more than 0 and finite" + layer.PrecisionWords);
        layer.Append(layer.InputShape, gamma is not null && beta is not null && epsilon is not null && size is not null
            ? output => new LayerNormalizationOperation(layer.Name, layer.Sources, output, layer.Own(gamma), layer.Own(beta), epsilon.Value)
            {
                Rows = layer.InputShape!.Size / size.Value,
            }
            : null);
    }
}
