using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Operators;

/// <summary>Support vector machines of ai.onnx.ml.</summary>
internal static class SupportVectorOperators
{
    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("SVMRegressor", Regressor),
        ("SVMClassifier", Classifier),
    ];

    private static double[] Floats(NodeTranslation node, string attribute) => [.. (node.Attribute(attribute)?.Floats.ToArray() ?? []).Select(value => (double)value)];

    private static Value[] Regressor(NodeTranslation node)
    {
        if (node.Text("post_transform", "NONE") != "NONE")
        {
            throw node.Fail($"its transform is {node.Text("post_transform", "NONE")}");
        }

        Value data = ClassScores.Rows(node);
        double[] coefficients = Floats(node, "coefficients");
        int vectors = node.Integer("n_supports", 0);
        Value features = vectors > 0 ? Kernel(node, data, vectors) : data;
        if (coefficients.Length != features.Shape[1])
        {
            throw node.Fail($"it has {coefficients.Length} coefficients for {features.Shape[1]} values");
        }

        Value sum = Dense(node, features, "coefficients", 1, coefficients, [.. Floats(node, "rho").Take(1)]);
        return [node.Flag("one_class", false) ? node.Map(sum.Kind, "{0} > 0 ? 1 : -1", null, [sum]) : sum];
    }

    private static Value[] Classifier(NodeTranslation node)
    {
        Value data = ClassScores.Rows(node);
        int[] sizes = node.Integers("vectors_per_class") ?? [];
        double[] coefficients = Floats(node, "coefficients");
        double[] offsets = Floats(node, "rho");
        int classes = sizes.Length;
        int vectors = sizes.Sum();
        int pairs = classes * (classes - 1) / 2;
        if (vectors == 0)
        {
            return Linear(node, data, coefficients, offsets);
        }

        bool areProbable = Floats(node, "prob_a").Length > 0;
        if (classes < 2 || Array.Exists(sizes, size => size < 0) || coefficients.Length != (classes - 1) * vectors || offsets.Length != pairs)
        {
            throw node.Fail($"it has {coefficients.Length} coefficients of {vectors} vectors and {offsets.Length} offsets for {classes} classes");
        }

        if (node.Text("post_transform", "NONE") != "NONE" && classes == 2 && !areProbable)
        {
            throw node.Fail($"its transform is {node.Text("post_transform", "NONE")}");
        }

        int[] starts = [.. Enumerable.Range(0, classes).Select(c => sizes.Take(c).Sum())];
        double[] weights = new double[pairs * vectors];
        double[] votes = new double[classes * pairs];
        double[] lost = new double[classes];
        int pair = 0;
        for (int first = 0; first < classes; first++)
        {
            for (int second = first + 1; second < classes; second++, pair++)
            {
                Array.Copy(coefficients, ((second - 1) * vectors) + starts[first], weights, (pair * vectors) + starts[first], sizes[first]);
                Array.Copy(coefficients, (first * vectors) + starts[second], weights, (pair * vectors) + starts[second], sizes[second]);
                votes[(first * pairs) + pair] = 1;
                votes[(second * pairs) + pair] = -1;
                lost[second]++;
            }
        }

        Value scores = Dense(node, Kernel(node, data, vectors), "coefficients", pairs, weights, offsets, 1);
        Value won = node.Map(scores.Kind, "{0} > 0 ? 1 : 0", null, [scores], 1);
        Value counts = Dense(node, won, "votes", classes, votes, lost, 1);
        Value shown = areProbable ? Probabilities(node, scores, classes)
            : classes == 2 ? MovementOperators.Joined(node, [node.Map(scores.Kind, "-{0}", null, [scores], 1), scores], 1)
            : scores;
        return ClassScores.Voted(node, counts, ClassScores.Transformed(node, shown, node.Text("post_transform", "NONE")));
    }

    /// <summary>
    /// The probabilities of the classes as libsvm finds them, from those of the pairs: Platt's sigmoid of each score, kept away from 0 and 1.
    /// </summary>
    private static Value Probabilities(NodeTranslation node, Value scores, int classes)
    {
        int pairs = scores.Shape[1];
        (double[] slopes, double[] offsets) = (Floats(node, "prob_a"), Floats(node, "prob_b"));
        if (slopes.Length != pairs || offsets.Length != pairs)
        {
            throw node.Fail($"it has {slopes.Length} slopes and {offsets.Length} offsets of probabilities for {pairs} pairs of classes");
        }

        Value slope = node.Result(Literal.Of(scores.Kind, [1, pairs], slopes), 1);
        Value offset = node.Result(Literal.Of(scores.Kind, [1, pairs], offsets), 1);
        Value first = node.Map(scores.Kind, "min(max(sigmoid(-({0} * {1} + {2})), 1e-7), 0.9999999)", null, [scores, slope, offset], 1);
        string layer = node.Layers.Add("pairwise_coupling", node.OutputName(1), [node.Layers.Read(first, first.Shape)], ("count", classes));
        return node.Result(scores.Kind, [scores.Shape[0], classes], layer, [scores.Shape[0], classes], 1);
    }

    /// <summary>A score per class that is a linear function of a row, as liblinear has them: without support vectors.</summary>
    private static Value[] Linear(NodeTranslation node, Value data, double[] coefficients, double[] offsets)
    {
        int classes = data.Shape[1] > 0 ? coefficients.Length / data.Shape[1] : 0;
        if (classes < 2 || classes * data.Shape[1] != coefficients.Length || offsets.Length == 0)
        {
            throw node.Fail($"it has {coefficients.Length} coefficients of {data.Shape[1]} features and {offsets.Length} offsets");
        }

        Value scores = Dense(node, data, "coefficients", classes, coefficients, [.. Enumerable.Repeat(offsets[0], classes)], 1);
        Value votes = scores;
        if (classes == 2)
        {
            // Of two classes the second is chosen by either score alone, once it is large enough.
            string bound = Array.TrueForAll(coefficients, value => value >= 0) ? ">= 0.5" : "> 0";
            Value[] both = [.. Enumerable.Range(0, 2).Select(column => MovementOperators.Cut(node, scores, 1, column, 1, 1))];
            Value second = node.Map(scores.Kind, $"max({{0}}, {{1}}) {bound} || {{1}} > {{0}} ? 1 : 0", null, both, 1);
            votes = MovementOperators.Joined(node, [node.Map(scores.Kind, "1 - {0}", null, [second], 1), second], 1);
        }

        return ClassScores.Voted(node, votes, ClassScores.Transformed(node, scores, node.Text("post_transform", "NONE")));
    }

    /// <summary>How much a row is like each of the support vectors.</summary>
    private static Value Kernel(NodeTranslation node, Value data, int vectors)
    {
        double[] supports = Floats(node, "support_vectors");
        int features = data.Shape[1];
        double[] parameters = Floats(node, "kernel_params");
        if (vectors < 1 || supports.Length != (long)vectors * features)
        {
            throw node.Fail($"it has {supports.Length} numbers for {vectors} support vectors of {features} features");
        }

        string Parameter(int index, double absent) => ActivationOperators.Number(index < parameters.Length ? parameters[index] : absent);
        string kernel = node.Text("kernel_type", "LINEAR");
        if (kernel == "RBF")
        {
            Value rows = node.View(data, [data.Shape[0], 1, features]);
            Value known = node.Result(Literal.Of(data.Kind, [vectors, features], supports));
            Value distance = ReductionOperators.Kept(node, "sum_of_squares", node.Map(data.Kind, "{0} - {1}", null, [rows, known]), [2]);
            return node.View(node.Map(data.Kind, $"exp(-{Parameter(0, 1)} * {{0}})", null, [distance]), [data.Shape[0], vectors]);
        }

        Value products = Dense(node, data, "support_vectors", vectors, supports, []);
        return kernel switch
        {
            "LINEAR" => products,
            "POLY" => node.Map(data.Kind, $"pow({Parameter(0, 1)} * {{0}} + {Parameter(1, 0)}, {Parameter(2, 3)})", null, [products]),
            "SIGMOID" => node.Map(data.Kind, $"tanh({Parameter(0, 1)} * {{0}} + {Parameter(1, 0)})", null, [products]),
            _ => throw node.Fail($"its kernel is {kernel}"),
        };
    }

    private static Value Dense(NodeTranslation node, Value data, string name, int units, double[] weights, double[] bias, int index = 0)
    {
        int inputs = data.Shape[1];
        int[] flat = data.Shape[0] == 1 ? [inputs] : data.Shape;
        string layer = node.Layers.Add(
            "dense",
            node.OutputName(index),
            [node.Layers.Read(data, flat)],
            ("weights", new Numbers(node.Node.Name + "." + name, Literal.Of(data.Kind, [units, inputs], weights))),
            ("bias", bias.Length == units ? new Numbers(node.Node.Name + "." + name + " offsets", Literal.Of(data.Kind, [units], bias)) : null));
        return node.Result(data.Kind, [data.Shape[0], units], layer, [.. flat.Take(flat.Length - 1), units], index);
    }
}
