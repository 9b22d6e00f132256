using System.Globalization;
using System.Text;
using NeuralGen.Benchmarks.Networks;

namespace NeuralGen.Benchmarks.CPeers;

/// <summary>A network without loops: every weight a literal, every node a local.</summary>
internal static class UnrolledSource
{
    /// <summary>C compilers take minutes for a function of more terms than this.</summary>
    public const int MostWeights = 20_000;

    private const int TermsPerLine = 8;

    public static string Write(DenseWeights network)
    {
        StringBuilder body = new();
        for (int i = 0; i < network.LayerSizes[0]; i++)
        {
            string value = network.Normalization is { } normalization
                ? $"(input[{i}] - {CSource.Literal(normalization.Mean[i])}) / {CSource.Literal(normalization.Scale[i])}"
                : $"input[{i}]";
            body.Append(CultureInfo.InvariantCulture, $"    const float node0_{i} = {value};\n");
        }

        for (int layer = 0; layer < network.Weights.Length; layer++)
        {
            bool last = layer == network.Weights.Length - 1;
            for (int unit = 0; unit < network.Weights[layer].Length; unit++)
            {
                string sum = Sum(network, layer, unit);
                body.Append("    ").Append(last ? $"output[{unit}] = {sum}" : $"const float node{layer + 1}_{unit} = relu({sum})").Append(";\n");
            }
        }

        return CSource.Write(network, "", body.ToString());
    }

    private static string Sum(DenseWeights network, int layer, int unit)
    {
        StringBuilder sum = new(CSource.Literal(network.Bias[layer][unit]));
        float[] weights = network.Weights[layer][unit];
        for (int i = 0; i < weights.Length; i++)
        {
            sum.Append(i % TermsPerLine == 0 ? "\n        " : " ");
            sum.Append(CultureInfo.InvariantCulture, $"+ {CSource.Literal(weights[i])} * node{layer}_{i}");
        }

        return sum.ToString();
    }
}
