using NeuralGen.Benchmarks.Candidates;

namespace NeuralGen.Benchmarks.OnnxRuntime;

/// <summary>Encodes a network as an ONNX model of Gemm and Relu nodes, behind Sub and Div where its inputs are
/// normalized, for a fixed number of rows. The numbers of the fields are those of onnx.proto.</summary>
internal static class OnnxModel
{
    public const string Input = "input";
    public const string Output = "output";

    private const int SinglePrecision = 1;
    private const int IntegerAttribute = 2;

    public static byte[] Encode(Problem problem)
    {
        MessageWriter graph = new();
        string input = Input;
        if (problem.Network.Normalization is { } normalization)
        {
            graph.Message(1, new MessageWriter().Text(1, input).Text(1, "mean").Text(2, "centered").Text(4, "Sub"));
            graph.Message(1, new MessageWriter().Text(1, "centered").Text(1, "scale").Text(2, "normalized").Text(4, "Div"));
            graph.Message(5, Tensor("mean", normalization.Mean, normalization.Mean.Length));
            graph.Message(5, Tensor("scale", normalization.Scale, normalization.Scale.Length));
            input = "normalized";
        }

        for (int layer = 0; layer < problem.Weights.Length; layer++)
        {
            bool last = layer == problem.Weights.Length - 1;
            string sum = last ? Output : $"sum{layer}";
            graph.Message(1, Gemm(input, layer, sum));
            if (!last)
            {
                input = $"hidden{layer}";
                graph.Message(1, new MessageWriter().Text(1, sum).Text(2, input).Text(4, "Relu"));
            }

            float[][] weights = problem.Weights[layer];
            graph.Message(5, Tensor($"weights{layer}", [.. weights.SelectMany(row => row)], weights.Length, weights[0].Length));
            graph.Message(5, Tensor($"bias{layer}", problem.Bias[layer], weights.Length));
        }

        graph.Text(2, "network");
        graph.Message(11, Value(Input, problem.Rows, problem.LayerSizes[0]));
        graph.Message(12, Value(Output, problem.Rows, problem.OutputSize));
        MessageWriter operators = new MessageWriter().Text(1, "").Number(2, 13);
        return new MessageWriter().Number(1, 8).Message(7, graph).Message(8, operators).ToArray();
    }

    private static MessageWriter Gemm(string input, int layer, string output) => new MessageWriter()
        .Text(1, input)
        .Text(1, $"weights{layer}")
        .Text(1, $"bias{layer}")
        .Text(2, output)
        .Text(4, "Gemm")
        .Message(5, new MessageWriter().Text(1, "transB").Number(3, 1).Number(20, IntegerAttribute));

    private static MessageWriter Tensor(string name, float[] values, params int[] dimensions)
    {
        MessageWriter tensor = new();
        foreach (int dimension in dimensions)
        {
            tensor.Number(1, dimension);
        }

        return tensor.Number(2, SinglePrecision).Text(8, name).Floats(9, values);
    }

    private static MessageWriter Value(string name, params int[] dimensions)
    {
        MessageWriter shape = new();
        foreach (int dimension in dimensions)
        {
            shape.Message(1, new MessageWriter().Number(1, dimension));
        }

        MessageWriter tensor = new MessageWriter().Number(1, SinglePrecision).Message(2, shape);
        return new MessageWriter().Text(1, name).Message(2, new MessageWriter().Message(1, tensor));
    }
}
