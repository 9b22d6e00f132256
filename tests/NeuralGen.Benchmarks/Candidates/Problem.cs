using NeuralGen.Benchmarks.Networks;

namespace NeuralGen.Benchmarks.Candidates;

/// <summary>A network in the form that the peers take, and rows to compute.</summary>
internal sealed class Problem
{
    private Problem(int[] sizes, ReadOnlySpan<float> parameters, int rows)
    {
        LayerSizes = sizes;
        Rows = rows;
        Weights = new float[sizes.Length - 1][][];
        Bias = new float[sizes.Length - 1][];
        for (int layer = 0; layer < Weights.Length; layer++)
        {
            Weights[layer] = new float[sizes[layer + 1]][];
            for (int unit = 0; unit < sizes[layer + 1]; unit++)
            {
                Weights[layer][unit] = parameters[..sizes[layer]].ToArray();
                parameters = parameters[sizes[layer]..];
            }

            Bias[layer] = parameters[..sizes[layer + 1]].ToArray();
            parameters = parameters[sizes[layer + 1]..];
        }

        Random random = new(11);
        Inputs = [.. Enumerable.Range(0, rows * sizes[0]).Select(_ => (float)((2 * random.NextDouble()) - 1))];
        Targets = [.. Enumerable.Range(0, rows * sizes[^1]).Select(_ => (float)((2 * random.NextDouble()) - 1))];
    }

    /// <summary>Gets the number of inputs, then the units of each layer.</summary>
    public int[] LayerSizes { get; }

    /// <summary>Gets the weights by layer and unit.</summary>
    public float[][][] Weights { get; }

    /// <summary>Gets the bias by layer.</summary>
    public float[][] Bias { get; }

    public int Rows { get; }

    public float[] Inputs { get; }

    public float[] Targets { get; }

    public int OutputSize => LayerSizes[^1];

    public int ParameterCount => Weights.Sum(layer => layer.Length * (layer[0].Length + 1));

    public static Problem Of<TNetwork>(int rows)
        where TNetwork : struct, IDenseNetwork<TNetwork> =>
        new(TNetwork.LayerSizes.ToArray(), TNetwork.Parameters, rows);
}
