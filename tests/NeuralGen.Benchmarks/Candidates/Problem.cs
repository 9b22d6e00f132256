using NeuralGen.Benchmarks.Networks;

namespace NeuralGen.Benchmarks.Candidates;

/// <summary>A network in the form that the peers take, and rows to compute.</summary>
internal sealed class Problem
{
    public Problem(DenseWeights network, int rows)
    {
        Network = network;
        Rows = rows;
        Random random = new(11);
        Inputs = Numbers(random, rows * LayerSizes[0]);
        Targets = Numbers(random, rows * OutputSize);
        if (network.Normalization is { } normalization)
        {
            // What the network was trained on is of this size.
            for (int i = 0; i < Inputs.Length; i++)
            {
                int input = i % LayerSizes[0];
                Inputs[i] = normalization.Mean[input] + (Inputs[i] * normalization.Scale[input]);
            }
        }
    }

    public DenseWeights Network { get; }

    /// <summary>Gets the number of inputs, then the units of each layer.</summary>
    public int[] LayerSizes => Network.LayerSizes;

    /// <summary>Gets the weights by layer and unit.</summary>
    public float[][][] Weights => Network.Weights;

    /// <summary>Gets the bias by layer.</summary>
    public float[][] Bias => Network.Bias;

    public int Rows { get; }

    public float[] Inputs { get; }

    public float[] Targets { get; }

    public int OutputSize => LayerSizes[^1];

    public int ParameterCount => Weights.Sum(layer => layer.Length * (layer[0].Length + 1));

    public ReadOnlySpan<float> InputsOf(int row) => Inputs.AsSpan(row * LayerSizes[0], LayerSizes[0]);

    public ReadOnlySpan<float> TargetsOf(int row) => Targets.AsSpan(row * OutputSize, OutputSize);

    private static float[] Numbers(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)((2 * random.NextDouble()) - 1))];
}
