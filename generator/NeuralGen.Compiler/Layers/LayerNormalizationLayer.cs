using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary>
/// <c>layer_normalization</c> over the last axis, with gamma 1 and beta 0 when left out, and <c>rms_normalization</c>, which leaves the mean in
/// and has no beta.
/// </summary>
/// <param name="type">The type.</param>
/// <param name="hasMean">Whether the mean is taken off the values.</param>
internal sealed class LayerNormalizationLayer(string type, bool hasMean) : LayerKind(
    type,
    [
        new ArgumentDescriptor("gamma", ArgumentKind.Numbers),
        .. hasMean ? (ArgumentDescriptor[])[new ArgumentDescriptor("beta", ArgumentKind.Numbers)] : [],
        new ArgumentDescriptor("epsilon", ArgumentKind.Number),
    ])
{
    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? size = layer.InputFeatures;
        NumberArray? gamma = layer.Numbers("gamma", size, 1);
        NumberArray? beta = hasMean ? layer.Numbers("beta", size, 0) : null;

        // PyTorch's RMSNorm adds the distance of 1 to the next number of its type.
        double? epsilon = NormalizationEpsilon.Bind(layer, hasMean ? BatchNormalizationLayer.DefaultEpsilon : layer.MachineEpsilon);
        layer.Append(layer.InputShape, gamma is not null && (beta is not null || !hasMean) && epsilon is not null && size is not null
            ? output => new GroupNormalizationOperation(layer.Name, layer.Sources, output, layer.Own(gamma), beta is null ? null : layer.Own(beta), epsilon.Value)
            {
                Word = Type,
                Rows = layer.InputShape!.Size / size.Value,
                Length = size.Value,
                HasMean = hasMean,
            }
            : null);
    }
}
