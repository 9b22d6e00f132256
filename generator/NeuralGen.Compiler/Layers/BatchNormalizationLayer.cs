using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary><c>batch_normalization</c> with the statistics that training stored, for each channel; gamma is 1 and beta 0 when left out.</summary>
internal sealed class BatchNormalizationLayer() : LayerKind(
    "batch_normalization",
    new ArgumentDescriptor("gamma", ArgumentKind.Numbers),
    new ArgumentDescriptor("beta", ArgumentKind.Numbers),
    new ArgumentDescriptor("mean", ArgumentKind.Numbers),
    new ArgumentDescriptor("variance", ArgumentKind.Numbers),
    new ArgumentDescriptor("epsilon", ArgumentKind.Number),
    new ArgumentDescriptor("axis", ArgumentKind.Integer))
{
    /// <summary>The default of PyTorch.</summary>
    public const double DefaultEpsilon = 1e-5;

    /// <inheritdoc/>
    public override bool KeepsAxes => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? axis = AxisArgument.Bind(layer, "axis", 0);
        int? size = axis is { } channelAxis ? layer.InputShape?[channelAxis] : null;
        NumberArray? gamma = layer.Numbers("gamma", size, 1);
        NumberArray? beta = layer.Numbers("beta", size, 0);
        NumberArray? mean = layer.Numbers("mean", size);
        NumberArray? variance = layer.Numbers("variance", size);
        double? epsilon = layer.Number(
            "epsilon", DefaultEpsilon, value => IsNotNegative(layer.Round(value)), "0 or more and finite" + layer.PrecisionWords);
        bool sound = layer.AreInRange("variance", variance, IsNotNegative, "0 or more")
            && (variance is null || gamma is null || epsilon is null || HaveFactors(layer, gamma, variance, epsilon.Value));
        layer.Append(layer.InputShape, sound && gamma is not null && beta is not null && mean is not null && variance is not null && epsilon is not null && axis is not null
            ? output => new BatchNormalizationOperation(layer.Name, layer.Sources, output, layer.Own(gamma), layer.Own(beta), layer.Own(mean), layer.Own(variance), epsilon.Value)
            {
                Channels = ChannelMap.Along(layer.InputShape!, axis!.Value),
            }
            : null);
    }

    /// <summary>Whether every quotient of gamma and deviation that is known is a number of the precision, and so is what it is computed from.</summary>
    private static bool HaveFactors(LayerBinding layer, NumberArray gamma, NumberArray variance, double epsilon)
    {
        if (!gamma.IsKnown || !variance.IsKnown)
        {
            return true;
        }

        string deviation = $"'{layer.Spell("variance")}' + '{layer.Spell("epsilon")}'";
        Place variancePlace = layer.Place.Key("variance");
        Place factorPlace = layer.Find("gamma") is null ? variancePlace : layer.Place.Key("gamma");
        return layer.AreInRange(
                "variance",
                variance,
                value => layer.Round(layer.Round(value) + layer.Round(epsilon)) > 0,
                $"more than 0{layer.PrecisionWords} while '{layer.Spell("epsilon")}' is {Texts.Number(epsilon)}")
            && layer.AreFinite(
                variance.Select(value => value + epsilon), variancePlace.At, i => $"{deviation} for value {i} of layer '{layer.Name}'")
            && layer.AreFinite(
                new NumberArray([.. Enumerable.Range(0, Math.Min(gamma.Count, variance.Count)).Select(i => gamma[i] / Math.Sqrt(variance[i] + epsilon))]),
                factorPlace.At,
                i => $"The factor '{layer.Spell("gamma")}' / √({deviation}) of value {i} of layer '{layer.Name}'");
    }

    private static bool IsNotNegative(double value) => value >= 0 && !double.IsInfinity(value);
}
