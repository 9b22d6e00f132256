using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>
/// Batch normalisation with stored statistics: output[i] = (input[i] - mean[i]) / √(variance[i] + ε)·gamma[i] + beta[i]
/// (Ioffe and Szegedy 2015, the inference form).
/// </summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor it reads.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Gamma">A factor per input.</param>
/// <param name="Beta">An offset per input.</param>
/// <param name="Mean">The mean per input.</param>
/// <param name="Variance">The variance per input.</param>
/// <param name="Epsilon">What keeps the root from zero.</param>
internal sealed record BatchNormalizationOperation(
    string Layer,
    EquatableArray<int> Inputs,
    int Output,
    NetworkNumbers Gamma,
    NetworkNumbers Beta,
    NetworkNumbers Mean,
    NetworkNumbers Variance,
    double Epsilon)
    : ElementwiseOperation(Layer, Inputs, Output)
{
    /// <summary>Which numbers belong to a value.</summary>
    public ChannelMap Channels { get; init; }

    /// <inheritdoc/>
    public override string Kind => "batch_normalization";

    /// <inheritdoc/>
    public override IEnumerable<Parameter> Parameters =>
        [new Parameter(Layer, "gamma", Gamma), new Parameter(Layer, "beta", Beta)];

    /// <inheritdoc/>
    public override IEnumerable<Parameter> Statistics =>
        [new Parameter(Layer, "mean", Mean), new Parameter(Layer, "variance", Variance)];

    /// <inheritdoc/>
    public override long MultiplyAdds => Channels.HasChannels ? (long)Channels.Count * Channels.Inner : Gamma.Count;

    /// <inheritdoc/>
    public override IEnumerable<(string Name, double Value)> Settings => [("epsilon", Epsilon)];

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => Evaluate(inputs, new Rounding(Precision.Double));

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs, Rounding rounding)
    {
        double[] output = new double[inputs[0].Length];
        for (int i = 0; i < output.Length; i++)
        {
            int channel = Channels.Of(i);
            double deviation = rounding.Of(Math.Sqrt(rounding.Of(rounding.Of(Variance[channel]) + rounding.Of(Epsilon))));
            double normal = rounding.Of(rounding.Of(inputs[0][i] - rounding.Of(Mean[channel])) / deviation);
            output[i] = rounding.Of(rounding.Of(normal * rounding.Of(Gamma[channel])) + rounding.Of(Beta[channel]));
        }

        return output;
    }

    /// <inheritdoc/>
    public override Interval[] Bounds(Interval[][] inputs, int size) =>
        [.. Enumerable.Range(0, size).Select(i => Bounds(inputs[0][i], Channels.Of(i)))];

    private Interval Bounds(Interval input, int channel) =>
        ((Gamma[channel] / Math.Sqrt(Variance[channel] + Epsilon)) * (input + Interval.Of(-Mean[channel]))) + Interval.Of(Beta[channel]);
}
