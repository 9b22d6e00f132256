namespace NeuralGen.Generator.Networks;

/// <summary><c>normalization</c>: (x - mean) / scale, the scaler of the training data as part of the network.</summary>
internal sealed class NormalizationLayer() : LayerKind(
    "normalization",
    new ArgumentDescriptor("mean", ArgumentKind.Numbers),
    new ArgumentDescriptor("scale", ArgumentKind.Numbers))
{
    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? size = layer.InputSize;
        NumberArray? mean = layer.Numbers("mean", size);
        NumberArray? scale = layer.Numbers("scale", size);
        bool sound = layer.AreInRange("scale", scale, value => layer.Round(value) != 0, "other than 0" + layer.PrecisionWords);
        layer.Append(size, sound && mean is not null
            ? output => new NormalizationOperation(layer.Name, layer.Sources, output, mean, scale!)
            : null);
    }
}
