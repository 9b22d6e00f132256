namespace NeuralGen.Compiler.Diagnostics;

/// <summary>Notes about weights and values that are allowed and yet unlikely to be meant: 0251 and up, all of them informational.</summary>
internal static class PlausibilityRules
{
    /// <summary>Nodes change something.</summary>
    public static readonly Rule DeadNode = Rule.Note(
        251,
        "Nodes change something",
        "Node {0} of layer '{1}' changes nothing: every weight that reads it is 0");

    /// <summary>Rectified nodes can fire.</summary>
    public static readonly Rule NeverFires = Rule.Note(
        252,
        "Rectified nodes can fire",
        "Node {0} of layer '{1}' is 0 for all inputs in range: its sum is at most {2}");

    /// <summary>Outputs depend on the inputs.</summary>
    public static readonly Rule ConstantOutput = Rule.Note(
        253,
        "Outputs depend on the inputs",
        "Output {0} of network '{1}' is {2} whatever the input");

    /// <summary>Sigmoid nodes keep to where they bend.</summary>
    public static readonly Rule Saturated = Rule.Note(
        254,
        "Sigmoid nodes keep to where they bend",
        "Node {0} of layer '{1}' is saturated for all inputs in range: its sum is from {2} to {3}, where {4} is flat");

    /// <summary>Units differ.</summary>
    public static readonly Rule DuplicateRow = Rule.Note(
        255,
        "Units differ",
        "Row {0} of layer '{1}' is the same as row {2}");

    /// <summary>Labels have probabilities.</summary>
    public static readonly Rule LabelsWithoutProbabilities = Rule.Note(
        256,
        "Labels have probabilities",
        "Network '{0}' has labels but its output is {1}, not softmax or sigmoid; Classify takes the largest");

    /// <summary>Tolerances are needed.</summary>
    public static readonly Rule UnusedTolerance = Rule.Note(
        257,
        "Tolerances are needed",
        "Test {0} of network '{1}' passes with the default tolerance of {2}; its own of {3} is not needed");

    /// <summary>All rules of this family.</summary>
    public static IEnumerable<Rule> All { get; } =
    [
        DeadNode,
        NeverFires,
        ConstantOutput,
        Saturated,
        DuplicateRow,
        LabelsWithoutProbabilities,
        UnusedTolerance,
    ];
}
