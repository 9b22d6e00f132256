namespace NeuralGen.Compiler.Diagnostics;

/// <summary>Rules about the shapes of what chooses between tensors, boxes or classes, or repeats a network: 0145 to 0149.</summary>
internal static class SelectionRules
{
    /// <summary>Boxes have scores.</summary>
    public static readonly Rule BoxesMisfit = Rule.Error(
        145,
        "Boxes have scores",
        "Layer '{0}' chooses of '{1}', {2}, by '{3}', {4}; boxes are [images, boxes, 4], and scores [images, classes, boxes]");

    /// <summary>As many pairs as classes have.</summary>
    public static readonly Rule PairsMisfit = Rule.Error(
        146,
        "Each pair of classes has a probability",
        "Layer '{0}' is of {1} classes, which have {2} pairs, and reads '{3}', whose last axis has {4}");

    /// <summary>A condition of one value.</summary>
    public static readonly Rule ConditionMisfit = Rule.Error(
        147,
        "A branch has one condition",
        "Layer '{0}' chooses one of two tensors by '{1}', of shape {2}; it takes one truth value, and a layer 'where' one for each value");

    /// <summary>Two sides of one shape.</summary>
    public static readonly Rule SidesDiffer = Rule.Error(
        148,
        "Both sides of a branch have one shape",
        "Layer '{0}' chooses between '{1}' of shape {2} and '{3}' of shape {4}; both need one shape");

    /// <summary>A network that is repeated fits its layer.</summary>
    public static readonly Rule RepeatMisfit = Rule.Error(
        149,
        "Repeated networks fit their layers",
        "Layer '{0}' cannot repeat its body: {1}");

    /// <summary>All rules of this family.</summary>
    public static IEnumerable<Rule> All { get; } = [BoxesMisfit, PairsMisfit, ConditionMisfit, SidesDiffer, RepeatMisfit];
}
