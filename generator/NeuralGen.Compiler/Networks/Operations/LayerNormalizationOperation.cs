using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>
/// Layer normalisation over the last axis: (x - mean) / √(biased variance + ε)·gamma + beta, each row with its own mean and
/// variance (Ba, Kiros and Hinton 2016).
/// </summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor it reads.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Gamma">A factor per value of a row.</param>
/// <param name="Beta">An offset per value of a row.</param>
/// <param name="Epsilon">What keeps the root from zero.</param>
internal sealed record LayerNormalizationOperation(
    string Layer, EquatableArray<int> Inputs, int Output, NetworkNumbers Gamma, NetworkNumbers Beta, double Epsilon)
    : Operation(Layer, Inputs, Output)
{
    /// <summary>How many rows a sample has; all its values are one where it has a single axis.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>The number of values of a row.</summary>
    public int Length => Gamma.Count;

    /// <inheritdoc/>
    public override string Kind => "layer_normalization";

    /// <inheritdoc/>
    public override IEnumerable<Parameter> Parameters =>
        [new Parameter(Layer, "gamma", Gamma), new Parameter(Layer, "beta", Beta)];

    /// <inheritdoc/>
    public override long MultiplyAdds => 3L * Rows * Length;

    /// <inheritdoc/>
    public override IEnumerable<(string Name, double Value)> Settings => [("epsilon", Epsilon)];

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
            Normalize(values, rounding).CopyTo(output, row * Length);
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

    private double[] Normalize(double[] input, Rounding rounding)
    {
        double mean = rounding.Of(rounding.Sum(input) / input.Length);
        double[] differences = Array.ConvertAll(input, value => rounding.Of(value - mean));
        double squares = rounding.Sum(Array.ConvertAll(differences, difference => rounding.Of(difference * difference)));
        double deviation = rounding.Of(Math.Sqrt(rounding.Of(rounding.Of(squares / input.Length) + rounding.Of(Epsilon))));
        double[] output = new double[input.Length];
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = rounding.Of(rounding.Of(rounding.Of(differences[i] / deviation) * rounding.Of(Gamma[i])) + rounding.Of(Beta[i]));
        }

        return output;
    }
}
