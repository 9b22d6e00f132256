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
    public override void Bind(LayerBinding layer)
    {
        int? size = layer.InputSize;
        if (layer.IsTrainable && layer.Find("mean") is null && layer.Find("scale") is null)
        {
            BindLearned(layer, size);
            return;
        }

        NumberArray? mean = layer.Numbers("mean", size);
        NumberArray? scale = layer.Numbers("scale", size);
        bool sound = layer.AreInRange("scale", scale, value => layer.Round(value) != 0, "other than 0" + layer.PrecisionWords);
        layer.Append(size, sound && mean is not null
            ? output => new NormalizationOperation(layer.Name, layer.Sources, output, layer.Own(mean), layer.Own(scale!))
            : null);
    }

    /// <summary>Numbers that training learns from its data.</summary>
    private static void BindLearned(LayerBinding layer, int? size)
    {
        bool readsInput = layer.Inputs[0] == 0;
        if (!readsInput)
        {
            layer.Report(WeightRules.LearnedFromInput, layer.Place, layer.Name, layer.Spell("mean"), layer.Spell("scale"), layer.InputName);
        }

        layer.Append(size, readsInput && size is { } count
            ? output => new NormalizationOperation(layer.Name, layer.Sources, output, layer.Own(NumberArray.Repeat(0, count)), layer.Own(NumberArray.Repeat(1, count))) { IsDeclared = false }
            : null);
    }
}
