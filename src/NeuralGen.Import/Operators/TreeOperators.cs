using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Ensembles of decision trees: each tree is a formula that gives the number of a leaf, which a table turns into values.</summary>
internal static class TreeOperators
{
    private const int TermsOfSum = 32;

    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("TreeEnsembleRegressor", Regressor),
        ("TreeEnsembleClassifier", Classifier),
    ];

    private static Value[] Regressor(NodeTranslation node)
    {
        string aggregate = node.Text("aggregate_function", "SUM");
        if (node.Text("post_transform", "NONE") != "NONE" || aggregate is not ("SUM" or "AVERAGE"))
        {
            throw node.Fail($"its aggregate {aggregate}, or a transform behind it, is not supported");
        }

        DecisionTree[] trees = DecisionTree.Read(node, "target");
        Value sum = Sum(node, trees, node.Integer("n_targets", 1), 0);
        string formula = aggregate == "AVERAGE" ? FormattableString.Invariant($"{{0}} / {trees.Length}") : "{0}";
        return [WithBase(node, sum, formula, node.Integer("n_targets", 1), 0)];
    }

    private static Value[] Classifier(NodeTranslation node)
    {
        DecisionTree[] trees = DecisionTree.Read(node, "class");
        int[] used = [.. trees.SelectMany(tree => tree.Weights).Select(weight => weight.Target).Distinct()];
        int labels = Math.Max(node.Attribute("classlabels_strings")?.Strings.Count ?? 0, node.Attribute("classlabels_int64s")?.Ints.Count ?? 0);
        bool isSingle = labels == 2 && used.Length == 1;
        bool arePositive = trees.SelectMany(tree => tree.Weights).All(weight => weight.Value >= 0);
        Value sum = Sum(node, isSingle ? [.. trees.Select(tree => tree.Of(used[0]))] : trees, isSingle ? 1 : labels, 1);
        return ClassScores.Of(node, WithBase(node, sum, "{0}", isSingle ? 1 : labels, 1), arePositive);
    }

    private static Value WithBase(NodeTranslation node, Value sum, string formula, int targets, int index)
    {
        double[] start = node.Attribute("base_values") is { } values ? [.. values.Floats.Select(value => (double)value)] : [];
        if (start.Length == 0 || start.Length != targets)
        {
            return start.Length != 0 ? throw node.Fail($"it has {start.Length} base values for {targets} targets")
                : formula == "{0}" ? sum : node.Map(sum.Kind, formula, null, [sum], index);
        }

        return node.Map(sum.Kind, formula + " + {1}", null, [sum, node.Result(Literal.Of(ElementKind.Float, [targets], start))], index);
    }

    private static Value Sum(NodeTranslation node, DecisionTree[] trees, int targets, int index)
    {
        Value data = ClassScores.Rows(node);
        int rows = data.Shape[0];
        Dictionary<int, Value> features = [];
        List<Value> parts = [];
        foreach (DecisionTree tree in trees)
        {
            foreach (int feature in tree.Features.Where(feature => !features.ContainsKey(feature)))
            {
                features.Add(feature, feature < data.Shape[1] ? MovementOperators.Cut(node, data, 1, feature, 1, 1, index) : throw node.Fail($"it reads feature {feature} of {data.Shape[1]}"));
            }

            // The values of the leaves, a row each.
            Literal table = Literal.Of(ElementKind.Float, [tree.Leaves, targets], tree.Table(targets));
            Value values;
            if (tree.Leaves == 1)
            {
                values = node.Result(table.At([rows, targets], Dimensions.Broadcast([1, targets], [rows, targets])));
            }
            else
            {
                int[] read = [.. tree.Features];
                Value leaf = node.Map(ElementKind.Float, tree.Formula(read), null, [.. read.Select(feature => features[feature])], index);
                string place = node.Layers.Read(node.Cast(leaf, ElementKind.Int64, index), [rows]);
                string gathered = node.Layers.Add("gather", node.OutputName(index) + " tree", [node.Layers.Read(node.Result(table, index)), place]);
                values = node.Result(ElementKind.Float, [rows, targets], gathered, [rows, targets], index);
            }

            parts.Add(values);
        }

        while (parts.Count > 1)
        {
            parts = [.. Enumerable.Range(0, (parts.Count + TermsOfSum - 1) / TermsOfSum).Select(i =>
            {
                Value[] terms = [.. parts.Skip(i * TermsOfSum).Take(TermsOfSum)];
                return terms.Length == 1 ? terms[0] : node.Map(ElementKind.Float, string.Join(" + ", terms.Select((_, j) => $"{{{j}}}")), null, terms, index);
            })];
        }

        return parts.Count == 1 ? parts[0] : throw node.Fail("it has no trees");
    }
}
