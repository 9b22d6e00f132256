using System.Globalization;
using System.Text;
using NeuralGen.Benchmarks.Networks;

namespace NeuralGen.Benchmarks.CPeers;

/// <summary>A network as loops over constant arrays, as converters from ONNX to C write it.</summary>
internal static class LoopSource
{
    public static string Write(DenseWeights network)
    {
        StringBuilder arrays = new();
        StringBuilder body = new();
        string input = "input";
        if (network.Normalization is { } normalization)
        {
            AppendVector(arrays, "mean", normalization.Mean);
            AppendVector(arrays, "scale", normalization.Scale);
            input = "normalized";
            AppendLoops(body, $$"""
                    float normalized[{{normalization.Mean.Length}}];
                    for (int i = 0; i < {{normalization.Mean.Length}}; i++)
                    {
                        normalized[i] = (input[i] - mean[i]) / scale[i];
                    }
                """);
        }

        for (int layer = 0; layer < network.Weights.Length; layer++)
        {
            float[][] weights = network.Weights[layer];
            bool last = layer == network.Weights.Length - 1;
            string output = last ? "output" : $"hidden{layer}";
            AppendMatrix(arrays, $"weights{layer}", weights);
            AppendVector(arrays, $"bias{layer}", network.Bias[layer]);
            AppendLoops(body, $$"""
                {{(last ? "" : $"    float {output}[{weights.Length}];\n")}}    for (int unit = 0; unit < {{weights.Length}}; unit++)
                    {
                        float sum = bias{{layer}}[unit];
                        for (int i = 0; i < {{weights[0].Length}}; i++)
                        {
                            sum += weights{{layer}}[unit][i] * {{input}}[i];
                        }

                        {{output}}[unit] = {{(last ? "sum" : "relu(sum)")}};
                    }
                """);
            input = output;
        }

        return CSource.Write(network, arrays.ToString(), body.ToString());
    }

    private static void AppendLoops(StringBuilder body, string loops) => body.Append(body.Length == 0 ? "" : "\n").Append(loops).Append('\n');

    private static void AppendVector(StringBuilder text, string name, float[] values) =>
        text.Append(CultureInfo.InvariantCulture, $"static const float {name}[{values.Length}] = {Braced(values)};\n");

    private static void AppendMatrix(StringBuilder text, string name, float[][] rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"static const float {name}[{rows.Length}][{rows[0].Length}] = {{\n");
        foreach (float[] row in rows)
        {
            text.Append("    ").Append(Braced(row)).Append(",\n");
        }

        text.Append("};\n");
    }

    private static string Braced(float[] values) => $"{{ {string.Join(", ", values.Select(CSource.Literal))} }}";
}
