using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>A fully connected layer before its activation: output[u] = Σ weights[u, i]·input[i] + bias[u].</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor it reads.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Units">How many outputs there are.</param>
/// <param name="Weights">Row-major, a row of weights per unit.</param>
/// <param name="Bias">A value per unit, or null when the layer has none.</param>
internal sealed record DenseOperation(string Layer, EquatableArray<int> Inputs, int Output, int Units, NetworkNumbers Weights, NetworkNumbers? Bias)
    : Operation(Layer, Inputs, Output)
{
    /// <summary>Whether the weights are declared; if not, training begins with random ones.</summary>
    public bool AreWeightsDeclared { get; init; } = true;

    /// <summary>Whether it is a part of a recurrent layer, and what the names of its numbers end with there; null where it is a layer of its own.</summary>
    public string? RecurrentSuffix { get; init; }

    /// <summary>The layers that a pass has worked into the weights and the bias, for who reads the code.</summary>
    public EquatableArray<string> FoldedLayers { get; init; }

    /// <summary>How many inputs each unit has.</summary>
    public int InputSize => Weights.Count / Units;

    /// <inheritdoc/>
    public override string Kind => "dense";

    /// <inheritdoc/>
    public override IEnumerable<Parameter> Parameters =>
        // Of a recurrent layer the other operation names the bias, behind its own weights.
        Bias is null || RecurrentSuffix is not null
            ? [new Parameter(Layer, "weights" + RecurrentSuffix, Weights)]
            : [new Parameter(Layer, "weights", Weights), new Parameter(Layer, "bias", Bias)];

    /// <inheritdoc/>
    public override long MultiplyAdds => Weights.Count;

    /// <summary>The weight of input <paramref name="input"/> in unit <paramref name="unit"/>.</summary>
    public double Weight(int unit, int input) => Weights[(unit * InputSize) + input];

    /// <summary>The products of one unit: the position of the weight and that of the input.</summary>
    /// <param name="unit">The unit.</param>
    public IEnumerable<(int Weight, int Input)> Products(int unit) =>
        Enumerable.Range(0, InputSize).Select(input => ((unit * InputSize) + input, input));

    /// <inheritdoc/>
    /// <remarks>A weight of zero ignores its input, NaN and infinities included.</remarks>
    public override double[] Evaluate(double[][] inputs)
    {
        double[] input = inputs[0];
        double[] output = new double[Units];
        for (int unit = 0; unit < Units; unit++)
        {
            double sum = 0;
            for (int i = 0; i < input.Length; i++)
            {
                double weight = Weight(unit, i);
                if (weight != 0)
                {
                    sum += weight * input[i];
                }
            }

            output[unit] = Bias is null ? sum : sum + Bias[unit];
        }

        return output;
    }

    /// <inheritdoc/>
    [MethodImpl(ColdBuild.Optimized)]
    public override Interval[] Bounds(Interval[][] inputs, int size)
    {
        Interval[] outputs = new Interval[size];
        for (int unit = 0; unit < size; unit++)
        {
            Interval sum = Interval.Of(Bias?[unit] ?? 0);
            for (int i = 0; i < inputs[0].Length; i++)
            {
                sum += Weights[(unit * inputs[0].Length) + i] * inputs[0][i];
            }

            outputs[unit] = sum;
        }

        return outputs;
    }

    /// <inheritdoc/>
    [MethodImpl(ColdBuild.Optimized)]
    public override bool[] NeededInputs(int input, int size, bool[] needed)
    {
        bool[] result = new bool[size];
        for (int unit = 0; unit < Units; unit++)
        {
            for (int i = 0; needed[unit] && i < size; i++)
            {
                result[i] |= Weights[(unit * size) + i] != 0;
            }
        }

        return result;
    }
}
