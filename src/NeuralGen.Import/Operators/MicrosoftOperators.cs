using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Operators of the domain com.microsoft, as ONNX Runtime's optimiser leaves them.</summary>
internal static class MicrosoftOperators
{
    /// <summary>The domain.</summary>
    public const string Domain = "com.microsoft";

    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("Gelu", node => [node.Activate(node.Input(0), "gelu")]),
        ("FastGelu", node => [node.Activate(Biased(node, node.Input(0), node.Optional(1)), "gelu_tanh")]),
        ("BiasGelu", node => [node.Activate(Biased(node, node.Input(0), node.Optional(1)), "gelu")]),
        ("QuickGelu", node => [node.Map(node.Input(0).Kind, $"{{0}} * sigmoid({ActivationOperators.Number(node.Float("alpha", 1.702))} * {{0}})", null, [node.Input(0)])]),
        ("FusedMatMul", FusedMatMul),
        ("FusedConv", FusedConv),
        ("SkipLayerNormalization", SkipLayerNormalization),
    ];

    private static Value Biased(NodeTranslation node, Value data, Value? bias) =>
        bias is null ? data : node.Map(data.Kind, "{0} + {1}", new Fold(x => x[0] + x[1], null), [data, bias]);

    private static Value[] FusedMatMul(NodeTranslation node)
    {
        if (node.Flag("transBatchA", false) || node.Flag("transBatchB", false))
        {
            throw node.Fail("transBatchA and transBatchB are not supported");
        }

        Value Operand(int index, string attribute)
        {
            Value data = node.Input(index);
            int rank = data.Shape.Length;
            return node.Flag(attribute, false) && rank > 1 ? ShapeOperators.Transpose(node, data, [.. Enumerable.Range(0, rank - 2), rank - 1, rank - 2]) : data;
        }

        Value product = DenseOperators.MatMul(node, Operand(0, "transA"), Operand(1, "transB"));
        double alpha = node.Float("alpha", 1);
        return [alpha == 1 ? product : node.Map(product.Kind, $"{ActivationOperators.Number(alpha)} * {{0}}", null, [product])];
    }

    private static Value[] FusedConv(NodeTranslation node)
    {
        Value result = ConvolutionOperators.Product(node, node.Input(0), node.Input(1), node.Optional(2));
        result = node.Optional(3) is { } addend ? node.Map(result.Kind, "{0} + {1}", null, [result, addend]) : result;
        float[] arguments = node.Attribute("activation_params") is { } parameters ? [.. parameters.Floats] : [];
        string activation = node.Text("activation", "");
        return activation switch
        {
            "" => [result],
            "Relu" => [node.Activate(result, "relu")],
            "Tanh" => [node.Activate(result, "tanh")],
            "Sigmoid" => [node.Activate(result, "sigmoid")],
            "LeakyRelu" => [node.Activate(result, "leaky_relu", ("alpha", arguments.Length > 0 ? arguments[0] : 0.01))],
            "HardSigmoid" => [node.Activate(result, "hard_sigmoid", ("alpha", arguments.Length > 0 ? arguments[0] : 0.2), ("beta", arguments.Length > 1 ? arguments[1] : 0.5))],
            "Clip" when arguments.Length > 1 => [node.Map(result.Kind, $"min(max({{0}}, {ActivationOperators.Number(arguments[0])}), {ActivationOperators.Number(arguments[1])})", null, [result])],
            _ => throw node.Fail($"its activation is '{activation}'"),
        };
    }

    private static Value[] SkipLayerNormalization(NodeTranslation node)
    {
        Value data = node.Input(0);
        Value sum = Biased(node, node.Map(data.Kind, "{0} + {1}", null, [data, node.Input(1)]), node.Optional(4));
        Value normal = NormalizationOperators.AlongLast(node, sum, node.Input(2), node.Optional(3), node.Float("epsilon", 1e-5));
        return [normal];
    }
}
