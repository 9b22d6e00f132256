using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary><c>normalization</c>: (x - mean) / scale, the scaler of the training data as part of the network.</summary>
internal sealed class NormalizationLayer() : LayerKind(
    "normalization",
    new ArgumentDescriptor("mean", ArgumentKind.Numbers),
    new ArgumentDescriptor("scale", ArgumentKind.Numbers))
{
    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        // Of an image each channel has a mean and a scale.
        ChannelMap channels = layer.InputShape is { Rank: > 1 } shape ? ChannelMap.Along(shape, 0) : default;
        int? size = channels.HasChannels ? channels.Count : layer.InputSize;
        if (layer.LearnsNormalization && layer.Find("mean") is null && layer.Find("scale") is null)
        {
            BindLearned(layer, size, channels);
            return;
        }

        NumberArray? mean = layer.Numbers("mean", size);
        NumberArray? scale = layer.Numbers("scale", size);
        bool sound = layer.AreInRange("scale", scale, value => layer.Round(value) != 0, "other than 0" + layer.PrecisionWords);
        layer.Append(layer.InputShape, sound && mean is not null
            ? output => new NormalizationOperation(layer.Name, layer.Sources, output, layer.Own(mean), layer.Own(scale!)) { Channels = channels }
            : null);
    }

    /// <summary>Numbers that training learns from its data.</summary>
    private static void BindLearned(LayerBinding layer, int? size, ChannelMap channels)
    {
        bool readsInput = layer.Inputs[0] == 0;
        if (!readsInput)
        {
            layer.Report(WeightRules.LearnedFromInput, layer.Place, layer.Name, layer.Spell("mean"), layer.Spell("scale"), layer.InputName);
        }

        layer.Append(layer.InputShape, readsInput && size is { } count
            ? output => new NormalizationOperation(layer.Name, layer.Sources, output, layer.Own(NumberArray.Repeat(0, count)), layer.Own(NumberArray.Repeat(1, count))) { IsDeclared = false, Channels = channels }
            : null);
    }
}
