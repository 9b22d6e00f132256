using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Spatial;

/// <summary>
/// <c>group_normalization</c> and <c>instance_normalization</c>: the channels of a group, or each by itself, have a mean and a variance of their
/// own; gamma and beta are a number per channel. As PyTorch's, the latter has these only where they are given or <c>affine</c> asks for them.
/// </summary>
/// <param name="type">The type.</param>
/// <param name="isInstance">Whether each channel is a group.</param>
internal sealed class GroupNormalizationLayer(string type, bool isInstance) : LayerKind(
    type,
    [
        .. isInstance ? [] : (ArgumentDescriptor[])[new ArgumentDescriptor("groups", ArgumentKind.Integer)],
        new ArgumentDescriptor("gamma", ArgumentKind.Numbers),
        new ArgumentDescriptor("beta", ArgumentKind.Numbers),
        new ArgumentDescriptor("affine", ArgumentKind.Flag),
        new ArgumentDescriptor("epsilon", ArgumentKind.Number),
    ])
{
    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        Shape? input = layer.InputShape;
        if (isInstance && input is { Rank: < 2 or > 4 })
        {
            layer.Report(ShapeRules.InputShape, layer.Place, layer.Name, Type, "[channels, …] with one to three axes of pixels", layer.InputName, input);
            input = null;
        }

        int? channels = input is null ? null : input.Rank == 0 ? 1 : input[0];
        int? groups = isInstance ? channels : Groups(layer, channels);
        bool isAffine = IsAffine(layer);
        NumberArray? gamma = isAffine ? layer.Numbers("gamma", channels, 1) : null;
        NumberArray? beta = isAffine ? layer.Numbers("beta", channels, 0) : null;
        double? epsilon = NormalizationEpsilon.Bind(layer, BatchNormalizationLayer.DefaultEpsilon);
        bool sound = groups is not null && epsilon is not null && (!isAffine || (gamma is not null && beta is not null));
        layer.Append(input, input is not null && sound
            ? output => new GroupNormalizationOperation(
                layer.Name, layer.Sources, output, gamma is null ? null : layer.Own(gamma), beta is null ? null : layer.Own(beta), epsilon!.Value)
            {
                Word = Type,
                Rows = groups!.Value,
                Length = input.Size / groups.Value,
                Channels = new ChannelMap(channels!.Value, input.Size / channels.Value),
            }
            : null);
    }

    private static int? Groups(LayerBinding layer, int? channels)
    {
        if (layer.Find("groups") is null)
        {
            layer.Report(WeightRules.MissingValues, layer.Place, layer.Name, layer.Type, layer.Spell("groups"));
            return null;
        }

        return GroupCount.Bind(layer, channels, null);
    }

    private bool IsAffine(LayerBinding layer)
    {
        bool? affine = (layer.Find("affine") as DeclaredFlag)?.Value;
        string? given = layer.IsWritten("gamma") ? "gamma" : layer.IsWritten("beta") ? "beta" : null;
        if (affine == false && given is not null)
        {
            layer.Report(
                WeightRules.OutOfRange,
                layer.Place.Key("affine"),
                $"'{layer.Spell("affine")}' of layer '{layer.Name}'",
                "false",
                $"true or left out, since the layer has a '{layer.Spell(given)}'");
        }

        return affine ?? (!isInstance || layer.Find("gamma") is not null || layer.Find("beta") is not null);
    }
}
