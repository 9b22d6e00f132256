using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Losses that are part of a graph.</summary>
internal static class LossOperators
{
    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        ("NegativeLogLikelihoodLoss", node => [Likelihood(node, node.Input(0))]),
        ("SoftmaxCrossEntropyLoss", CrossEntropy),
    ];

    private static Value[] CrossEntropy(NodeTranslation node)
    {
        Value data = node.Input(0);
        (string layer, int[] shape, int axis) = node.Along(data, 1);
        Value logarithms = node.Result(data.Kind, data.Shape, node.Add("log_softmax", layer, ("axis", axis == shape.Length - 1 ? null : axis)), shape);
        Value loss = Likelihood(node, logarithms);
        return node.Wants(1) ? [loss, node.View(logarithms, data.Shape, 1)] : [loss];
    }

    private static Value Likelihood(NodeTranslation node, Value data)
    {
        int rank = data.Shape.Length;
        int classes = data.Shape[1];
        Value target = node.Input(1);
        string reduction = node.Text("reduction", "mean");
        bool ignores = node.Has("ignore_index");
        Value? weight = node.Optional(2);
        Value ones = Ones(node, target, classes, ignores ? node.Integer("ignore_index", -1) : null);
        Value counted = weight is null ? ones : node.Map(data.Kind, "{0} * {1}", null, [ones, weight]);
        Value last = ShapeOperators.Transpose(node, data, [0, .. Enumerable.Range(2, rank - 2), 1]);

        // What is not counted may be infinite.
        Value products = node.Map(data.Kind, "{0} == 0 ? 0 : -({0} * {1})", null, [counted, last]);
        Value losses = node.View(ReductionOperators.Kept(node, "sum", products, [rank - 1]), target.Shape);
        if (reduction == "none")
        {
            return losses;
        }

        Value sum = node.View(ReductionOperators.Kept(node, "sum", node.View(losses, [losses.Count]), [0]), []);
        if (reduction == "sum")
        {
            return sum;
        }

        if (weight is null && !ignores)
        {
            return node.Map(data.Kind, FormattableString.Invariant($"{{0}} / {target.Count}"), null, [sum]);
        }

        Value total = node.View(ReductionOperators.Kept(node, "sum", node.View(counted, [counted.Count]), [0]), []);
        return node.Map(data.Kind, "{0} / {1}", null, [sum, total]);
    }

    /// <summary>Along a last axis of the classes a one where the target says, none for one that is ignored.</summary>
    private static Value Ones(NodeTranslation node, Value target, int classes, int? ignored)
    {
        int[] shape = [.. target.Shape, classes];
        if (ignored is null)
        {
            string layer = node.Add("one_hot", node.Layers.Read(target), ("count", classes));
            return node.Result(ElementKind.Float, shape, layer, shape);
        }

        Literal numbers = Literal.Of(target.Kind, [classes], [.. Enumerable.Range(0, classes).Select(i => (long)i)]);
        string formula = FormattableString.Invariant($"{{0}} == {{1}} && {{0}} != {ignored}");
        Fold fold = new(x => x[0] == x[1] && x[0] != ignored ? 1 : 0, x => x[0] == x[1] && x[0] != ignored ? 1 : 0);
        return node.Cast(node.Map(ElementKind.Bool, formula, fold, [node.View(target, [.. target.Shape, 1]), node.Result(numbers)]), ElementKind.Float);
    }
}
