using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>
/// Normalisation of groups of neighbouring values, each with its own statistics: (x - mean) / √(biased variance + ε)·gamma + beta. The groups
/// are rows (Ba, Kiros and Hinton 2016), channels (Ulyanov, Vedaldi and Lempitsky 2016) or several of them (Wu and He 2018). Where the mean is left
/// in, x / √(mean of squares + ε)·gamma (Zhang and Sennrich 2019).
/// </summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor it reads.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Gamma">A factor per value of a group, or per channel; null for none.</param>
/// <param name="Beta">An offset per value of a group, or per channel; null for none.</param>
/// <param name="Epsilon">What keeps the root from zero.</param>
internal sealed record GroupNormalizationOperation(
    string Layer, EquatableArray<int> Inputs, int Output, NetworkNumbers? Gamma, NetworkNumbers? Beta, double Epsilon)
    : Operation(Layer, Inputs, Output)
{
    /// <summary>The kind of layer that declarations call it.</summary>
    public required string Word { get; init; }

    /// <summary>How many groups a sample has.</summary>
    public required int Rows { get; init; }

    /// <summary>The number of values of a group.</summary>
    public required int Length { get; init; }

    /// <summary>Which factor belongs to a value; without channels each value of a group has its own.</summary>
    public ChannelMap Channels { get; init; }

    /// <summary>Whether the mean is taken off the values.</summary>
    public bool HasMean { get; init; } = true;

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <inheritdoc/>
    public override IEnumerable<Parameter> Parameters
    {
        get
        {
            if (Gamma is not null)
            {
                yield return new Parameter(Layer, "gamma", Gamma);
            }

            if (Beta is not null)
            {
                yield return new Parameter(Layer, "beta", Beta);
            }
        }
    }

    /// <inheritdoc/>
    public override long MultiplyAdds => 3L * Rows * Length;

    /// <inheritdoc/>
    public override IEnumerable<(string Name, double Value)> Settings => [("epsilon", Epsilon)];

    /// <summary>Which factor belongs to a value.</summary>
    /// <param name="index">The position of the value in the sample.</param>
    public int FactorOf(int index) => Channels.HasChannels ? Channels.Of(index) : index % Length;

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => Evaluate(inputs, new Rounding(Precision.Double));

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs, Rounding rounding)
    {
        double[] output = new double[inputs[0].Length];
        for (int row = 0; row < Rows; row++)
        {
            double[] values = new double[Length];
            Array.Copy(inputs[0], row * Length, values, 0, Length);
            double mean = HasMean ? rounding.Of(rounding.Sum(values) / Length) : 0;
            double[] differences = HasMean ? Array.ConvertAll(values, value => rounding.Of(value - mean)) : values;
            double squares = rounding.Sum(Array.ConvertAll(differences, difference => rounding.Of(difference * difference)));
            double deviation = rounding.Of(Math.Sqrt(rounding.Of(rounding.Of(squares / Length) + rounding.Of(Epsilon))));
            for (int i = 0; i < Length; i++)
            {
                int index = (row * Length) + i;
                double normal = rounding.Of(differences[i] / deviation);
                double scaled = Gamma is null ? normal : rounding.Of(normal * rounding.Of(Gamma[FactorOf(index)]));
                output[index] = Beta is null ? scaled : rounding.Of(scaled + rounding.Of(Beta[FactorOf(index)]));
            }
        }

        return output;
    }

    /// <inheritdoc/>
    public override bool[] NeededInputs(int input, int size, bool[] needed)
    {
        bool[] result = new bool[size];
        for (int i = 0; i < size; i++)
        {
            result[i] = Array.IndexOf(needed, true, i / Length * Length, Length) >= 0;
        }

        return result;
    }
}
