using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>
/// A factor and an offset per element, after a subtraction: output[i] = (input[i] - center[i])·scale[i] + offset[i].
/// What normalisations become when their constants are worked out; declarations never name it.
/// </summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor it reads.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Center">What is subtracted first.</param>
/// <param name="Scale">The factors.</param>
/// <param name="Offset">What is added last.</param>
internal sealed record AffineOperation(
    string Layer, EquatableArray<int> Inputs, int Output, NetworkNumbers Center, NetworkNumbers Scale, NetworkNumbers Offset)
    : ElementwiseOperation(Layer, Inputs, Output)
{
    /// <summary>Which numbers belong to a value.</summary>
    public ChannelMap Channels { get; init; }

    /// <inheritdoc/>
    public override string Kind => "normalization";

    /// <inheritdoc/>
    public override IEnumerable<NetworkNumbers> Numbers => [Center, Scale, Offset];

    /// <inheritdoc/>
    public override long MultiplyAdds => Channels.HasChannels ? (long)Channels.Count * Channels.Inner : Scale.Count;

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => Evaluate(inputs, new Rounding(Precision.Double));

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs, Rounding rounding)
    {
        double[] output = new double[inputs[0].Length];
        for (int i = 0; i < output.Length; i++)
        {
            int channel = Channels.Of(i);
            double centered = rounding.Of(inputs[0][i] - rounding.Of(Center[channel]));
            output[i] = rounding.Of(rounding.Of(centered * rounding.Of(Scale[channel])) + rounding.Of(Offset[channel]));
        }

        return output;
    }
}
