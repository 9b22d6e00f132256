namespace NeuralGen.Generator.Networks;

/// <summary><c>batch_normalization</c> with the statistics that training stored; gamma is 1 and beta 0 when left out.</summary>
internal sealed class BatchNormalizationLayer() : LayerKind(
    "batch_normalization",
    new ArgumentDescriptor("gamma", ArgumentKind.Numbers),
    new ArgumentDescriptor("beta", ArgumentKind.Numbers),
    new ArgumentDescriptor("mean", ArgumentKind.Numbers),
    new ArgumentDescriptor("variance", ArgumentKind.Numbers),
    new ArgumentDescriptor("epsilon", ArgumentKind.Number))
{
    /// <summary>The default of PyTorch.</summary>
    public const double DefaultEpsilon = 1e-5;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int? size = layer.InputSize;
        NumberArray? gamma = layer.Numbers("gamma", size, 1);
        NumberArray? beta = layer.Numbers("beta", size, 0);
        NumberArray? mean = layer.Numbers("mean", size);
        NumberArray? variance = layer.Numbers("variance", size);
        double? epsilon = layer.Number("epsilon", DefaultEpsilon, IsNotNegative, "0 or more and finite");
        bool sound = layer.AreInRange("variance", variance, IsNotNegative, "0 or more");
        if (sound && epsilon == 0)
        {
            sound = layer.AreInRange("variance", variance, value => value > 0, $"more than 0 while '{layer.Spell("epsilon")}' is 0");
        }

        layer.Append(size, sound && gamma is not null && beta is not null && mean is not null && epsilon is not null
            ? output => new BatchNormalizationOperation(layer.Name, layer.Sources, output, gamma, beta, mean, variance!, epsilon.Value)
            : null);
    }

    private static bool IsNotNegative(double value) => value >= 0 && !double.IsInfinity(value);
}
