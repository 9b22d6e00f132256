using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Activations.</summary>
internal static class ActivationOperators
{
    private const double SeluAlpha = 1.67326319217681884765625;
    private const double SeluGamma = 1.05070102214813232421875;

    private static readonly int[] LastFirst = [0, 2, 1];

    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("Relu", node => Plain(node, "relu", x => x < 0 ? 0 : x)),
        ("Sigmoid", node => Plain(node, "sigmoid", x => 1 / (1 + Math.Exp(-x)))),
        ("Tanh", node => Plain(node, "tanh", Math.Tanh)),
        ("Softplus", node => Plain(node, "softplus", null)),
        ("Softsign", node => Plain(node, "softsign", x => x / (1 + Math.Abs(x)))),
        ("Mish", node => Plain(node, "mish", null)),
        ("HardSwish", node => Plain(node, "hard_swish", x => x * Math.Max(0, Math.Min(1, (x / 6) + 0.5)))),
        ("LeakyRelu", node => [node.Activate(node.Input(0), "leaky_relu", ("alpha", node.Float("alpha", 0.01)))]),
        ("Elu", node => [node.Activate(node.Input(0), "elu", ("alpha", node.Float("alpha", 1)))]),
        ("Celu", node => [node.Activate(node.Input(0), "celu", ("alpha", node.Float("alpha", 1)))]),
        ("HardSigmoid", node => [node.Activate(node.Input(0), "hard_sigmoid", ("alpha", node.Float("alpha", 0.2)), ("beta", node.Float("beta", 0.5)))]),
        ("ThresholdedRelu", node => [node.Map(node.Input(0).Kind, $"{{0}} > {Number(node.Float("alpha", 1))} ? {{0}} : 0", null, [node.Input(0)])]),
        ("Selu", Selu),
        ("Shrink", Shrink),
        ("Gelu", node => [node.Activate(node.Input(0), node.Text("approximate", "none") == "tanh" ? "gelu_tanh" : "gelu")]),
        ("Swish", node => node.Float("alpha", 1) == 1 ? [node.Activate(node.Input(0), "silu")] : [node.Map(node.Input(0).Kind, $"{{0}} * sigmoid({Number(node.Float("alpha", 1))} * {{0}})", null, [node.Input(0)])]),
        ("Clip", Clip),
        ("Softmax", node => SoftmaxOf(node, "softmax")),
        ("LogSoftmax", node => SoftmaxOf(node, "log_softmax")),
        ("Hardmax", Hardmax),
    ];

    /// <summary>A number in a formula.</summary>
    public static string Number(double value) => double.IsInfinity(value) ? value > 0 ? "infinity" : "(-infinity)"
        : value < 0 ? $"({Writing.JsonNumbers.Text(value, ElementKind.Float)})" : Writing.JsonNumbers.Text(value, ElementKind.Float);

    /// <summary>Softmax or its logarithm of a tensor. Before opset 13 all axes from the one on count as one.</summary>
    public static Value[] SoftmaxOf(NodeTranslation node, string type)
    {
        Value data = node.Input(0);
        int rank = data.Shape.Length;
        if (data.Count == 0 || rank == 0)
        {
            throw node.Fail("it has no axis, or no elements");
        }

        int axis = node.Axis(node.Integer("axis", node.Version < 13 ? 1 : -1), rank);
        if (node.Version < 13)
        {
            int rows = Dimensions.Count(data.Shape.Take(axis));
            int[] flat = [rows, data.Count / rows];
            string from = rows == 1 ? node.Layers.Read(data, [data.Count]) : node.Layers.Read(data, flat);
            return [node.Result(data.Kind, data.Shape, node.Add(type, from), rows == 1 ? [data.Count] : flat)];
        }

        (string layer, int[] shape, int along) = node.Along(data, axis);
        return [node.Result(data.Kind, data.Shape, node.Add(type, layer, ("axis", along == shape.Length - 1 ? null : along)), shape)];
    }

    private static Value[] Plain(NodeTranslation node, string type, Func<double, double>? fold)
    {
        Value data = node.Input(0);
        if (data.Kind.IsFloat() && data.Constant is null)
        {
            return [node.Activate(data, type)];
        }

        string formula = type == "relu" && !data.Kind.IsFloat() ? "max({0}, 0)" : type + "({0})";
        return [node.Map(data.Kind, formula, fold is null ? null : new Fold(x => fold(x[0]), type == "relu" ? x => Math.Max(0, x[0]) : null), [data])];
    }

    private static Value[] Selu(NodeTranslation node)
    {
        double alpha = node.Float("alpha", SeluAlpha);
        double gamma = node.Float("gamma", SeluGamma);
        return Math.Abs(alpha - SeluAlpha) < 1e-6 && Math.Abs(gamma - SeluGamma) < 1e-6
            ? [node.Activate(node.Input(0), "selu")]
            : [node.Map(node.Input(0).Kind, $"{Number(gamma)} * ({{0}} > 0 ? {{0}} : {Number(alpha)} * (exp({{0}}) - 1))", null, [node.Input(0)])];
    }

    private static Value[] Shrink(NodeTranslation node)
    {
        string bias = Number(node.Float("bias", 0));
        string limit = Number(node.Float("lambd", 0.5));
        return [node.Map(node.Input(0).Kind, $"{{0}} < -{limit} ? {{0}} + {bias} : {{0}} > {limit} ? {{0}} - {bias} : 0", null, [node.Input(0)])];
    }

    /// <summary>The bounds are attributes before opset 11, inputs from there on.</summary>
    private static Value[] Clip(NodeTranslation node)
    {
        Value data = node.Input(0);
        if (node.Version < 11)
        {
            string bounds = "{0}";
            bounds = node.Has("min") ? $"max({bounds}, {Number(node.Float("min", 0))})" : bounds;
            bounds = node.Has("max") ? $"min({bounds}, {Number(node.Float("max", 0))})" : bounds;
            return bounds == "{0}" ? [node.View(data, data.Shape)] : [node.Map(data.Kind, bounds, null, [data])];
        }

        List<Value> values = [data];
        string formula = "{0}";
        Func<double, double[], double> fold = (x, _) => x;
        for (int i = 1; i <= 2; i++)
        {
            if (node.Optional(i) is { } bound)
            {
                formula = $"{(i == 1 ? "max" : "min")}({formula}, {{{values.Count}}})";
                Func<double, double[], double> inner = fold;
                int place = values.Count;
                bool isLeast = i == 1;
                fold = (x, all) => isLeast ? Math.Max(inner(x, all), all[place]) : Math.Min(inner(x, all), all[place]);
                values.Add(bound);
            }
        }

        return values.Count == 1 ? [node.View(data, data.Shape)] : [node.Map(data.Kind, formula, new Fold(x => fold(x[0], x), null), [.. values])];
    }

    private static Value[] Hardmax(NodeTranslation node)
    {
        Value data = node.Input(0);
        int rank = data.Shape.Length;
        int axis = node.Axis(node.Integer("axis", node.Version < 13 ? 1 : -1), rank);
        int rows = Dimensions.Count(data.Shape.Take(axis));
        int inner = node.Version < 13 ? 1 : Dimensions.Count(data.Shape.Skip(axis + 1));
        int size = data.Count / rows / inner;
        string from = node.Layers.Read(data, [rows, size, inner]);
        string largest = node.Layers.Add("arg_max", node.OutputName() + " largest", [from], ("axis", 1));
        string ones = node.Layers.Add("one_hot", node.OutputName() + " ones", [largest], ("count", size));
        return [inner == 1
            ? node.Result(data.Kind, data.Shape, node.Layers.View(ones, [rows, inner, size], [rows, size]), [rows, size])
            : node.Result(data.Kind, data.Shape, node.Add("transpose", ones, ("axes", LastFirst)), [rows, size, inner])];
    }
}
