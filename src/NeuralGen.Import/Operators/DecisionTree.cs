using System.Globalization;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Operators;

/// <summary>A decision tree: nodes that compare a feature with a number, and leaves with weights of targets.</summary>
internal sealed class DecisionTree
{
    /// <summary>Formulas are not nested more deeply.</summary>
    private const int MostDepth = 45;

    private readonly NodeTranslation _node;
    private readonly Dictionary<long, Branch> _branches = [];
    private readonly Dictionary<long, int> _leaves = [];
    private readonly List<(int Leaf, int Target, double Value)> _weights = [];
    private long _root = -1;

    private DecisionTree(NodeTranslation node) => _node = node;

    /// <summary>How many leaves it has.</summary>
    public int Leaves => _leaves.Count;

    /// <summary>The features that it reads.</summary>
    public IEnumerable<int> Features => _branches.Values.Select(branch => branch.Feature).Distinct().OrderBy(feature => feature);

    /// <summary>What its leaves add to targets.</summary>
    public IEnumerable<(int Leaf, int Target, double Value)> Weights => _weights;

    /// <summary>Reads the trees of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="weights">What the attributes of the leaves begin with.</param>
    public static DecisionTree[] Read(NodeTranslation node, string weights)
    {
        long[] trees = Numbers(node, "nodes_treeids");
        long[] ids = Numbers(node, "nodes_nodeids");
        long[] features = Numbers(node, "nodes_featureids");
        long[] yes = Numbers(node, "nodes_truenodeids");
        long[] no = Numbers(node, "nodes_falsenodeids");
        long[] missing = Numbers(node, "nodes_missing_value_tracks_true");
        string[] modes = node.Attribute("nodes_modes") is { } found ? [.. found.Strings.Select(mode => mode.ToStringUtf8())] : [];
        float[] limits = node.Attribute("nodes_values")?.Floats.ToArray() ?? [];
        if (new[] { ids.Length, features.Length, yes.Length, no.Length, modes.Length, limits.Length }.Any(length => length != trees.Length))
        {
            throw node.Fail("the lists of its nodes differ in length");
        }

        SortedDictionary<long, DecisionTree> all = [];
        for (int i = 0; i < trees.Length; i++)
        {
            if (!all.TryGetValue(trees[i], out DecisionTree? tree))
            {
                tree = new DecisionTree(node) { _root = ids[i] };
                all.Add(trees[i], tree);
            }

            if (modes[i] == "LEAF")
            {
                tree._leaves.Add(ids[i], tree._leaves.Count);
            }
            else
            {
                tree._branches.Add(ids[i], new Branch(NodeTranslation.Clamp(features[i]), modes[i], limits[i], yes[i], no[i], i < missing.Length && missing[i] != 0));
            }
        }

        long[] weightTrees = Numbers(node, weights + "_treeids");
        long[] weightNodes = Numbers(node, weights + "_nodeids");
        long[] targets = Numbers(node, weights + "_ids");
        float[] values = node.Attribute(weights + "_weights")?.Floats.ToArray() ?? [];
        for (int i = 0; i < weightTrees.Length; i++)
        {
            if (!all.TryGetValue(weightTrees[i], out DecisionTree? tree) || !tree._leaves.TryGetValue(weightNodes[i], out int leaf))
            {
                throw node.Fail($"it gives a value to node {weightNodes[i]} of tree {weightTrees[i]}, which is no leaf");
            }

            tree._weights.Add((leaf, NodeTranslation.Clamp(targets[i]), values[i]));
        }

        return [.. all.Values];
    }

    /// <summary>The same tree for one of its targets alone.</summary>
    public DecisionTree Of(int target)
    {
        DecisionTree tree = new(_node) { _root = _root };
        foreach (KeyValuePair<long, Branch> branch in _branches)
        {
            tree._branches.Add(branch.Key, branch.Value);
        }

        foreach (KeyValuePair<long, int> leaf in _leaves)
        {
            tree._leaves.Add(leaf.Key, leaf.Value);
        }

        tree._weights.AddRange(_weights.Where(weight => weight.Target == target).Select(weight => (weight.Leaf, 0, weight.Value)));
        return tree;
    }

    /// <summary>The values of all leaves, a row each.</summary>
    public double[] Table(int targets)
    {
        double[] table = new double[Leaves * targets];
        foreach ((int leaf, int target, double value) in _weights)
        {
            table[(leaf * targets) + target] = (float)(table[(leaf * targets) + target] + value);
        }

        return table;
    }

    /// <summary>The number of the leaf, as a formula over features.</summary>
    /// <param name="features">The features that its operands are.</param>
    public string Formula(int[] features) => Formula(features, _root, 0);

    private static long[] Numbers(NodeTranslation node, string attribute) => node.Attribute(attribute)?.Ints.ToArray() ?? [];

    private string Formula(int[] features, long id, int depth)
    {
        if (_leaves.TryGetValue(id, out int leaf))
        {
            return leaf.ToString(CultureInfo.InvariantCulture);
        }

        if (depth == MostDepth || !_branches.TryGetValue(id, out Branch? branch))
        {
            throw _node.Fail(depth == MostDepth ? $"a tree of more than {MostDepth} levels is not supported" : $"a tree names node {id}, which does not exist");
        }

        string operand = $"{{{Array.IndexOf(features, branch.Feature)}}}";
        string limit = branch.Limit < 0 ? $"({JsonNumbers.Text(branch.Limit, ElementKind.Float)})" : JsonNumbers.Text(branch.Limit, ElementKind.Float);
        (string sign, string opposite) = branch.Mode switch
        {
            "BRANCH_LEQ" => ("<=", ">"),
            "BRANCH_LT" => ("<", ">="),
            "BRANCH_GTE" => (">=", "<"),
            "BRANCH_GT" => (">", "<="),
            "BRANCH_EQ" => ("==", "!="),
            "BRANCH_NEQ" => ("!=", "=="),
            _ => throw _node.Fail($"its nodes have the mode '{branch.Mode}'"),
        };
        string yes = Formula(features, branch.Yes, depth + 1);
        string no = Formula(features, branch.No, depth + 1);

        // A value that is missing, NaN, fails every comparison but the one for inequality.
        return branch.IsMissingYes && sign != "!="
            ? $"({operand} {opposite} {limit} ? {no} : {yes})"
            : $"({operand} {sign} {limit} ? {yes} : {no})";
    }

    private sealed record Branch(int Feature, string Mode, float Limit, long Yes, long No, bool IsMissingYes);
}
