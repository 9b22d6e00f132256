using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>Standardisation with stored statistics: output[i] = (input[i] - mean[i]) / scale[i].</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor it reads.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Mean">A value per input.</param>
/// <param name="Scale">A value per input, none zero.</param>
internal sealed record NormalizationOperation(string Layer, EquatableArray<int> Inputs, int Output, NetworkNumbers Mean, NetworkNumbers Scale)
    : ElementwiseOperation(Layer, Inputs, Output)
{
    /// <summary>Which numbers belong to a value.</summary>
    public ChannelMap Channels { get; init; }

    /// <inheritdoc/>
    public override string Kind => "normalization";

    /// <summary>Whether the numbers are declared; if not, they are found in the training data.</summary>
    public bool IsDeclared { get; init; } = true;

    /// <inheritdoc/>
    public override IEnumerable<Parameter> Statistics =>
        [new Parameter(Layer, "mean", Mean), new Parameter(Layer, "scale", Scale)];

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => Evaluate(inputs, new Rounding(Precision.Double));

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs, Rounding rounding)
    {
        double[] output = new double[inputs[0].Length];
        for (int i = 0; i < output.Length; i++)
        {
            int channel = Channels.Of(i);
            output[i] = rounding.Of(rounding.Of(inputs[0][i] - rounding.Of(Mean[channel])) / rounding.Of(Scale[channel]));
        }

        return output;
    }

    /// <inheritdoc/>
    public override Interval[] Bounds(Interval[][] inputs, int size) =>
        [.. Enumerable.Range(0, size).Select(i => (1 / Scale[Channels.Of(i)]) * (inputs[0][i] + Interval.Of(-Mean[Channels.Of(i)])))];
}
