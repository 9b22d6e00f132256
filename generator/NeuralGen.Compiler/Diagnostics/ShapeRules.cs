namespace NeuralGen.Compiler.Diagnostics;

/// <summary>Rules about sizes: 01xx.</summary>
internal static class ShapeRules
{
    /// <summary>Each unit has a weight per input.</summary>
    public static readonly Rule RowLength = Rule.Error(
        101,
        "Each unit has a weight per input",
        "Layer '{0}' row {1} has {2}; its input '{3}' has {4}");

    /// <summary>Weights have a row per unit.</summary>
    public static readonly Rule RowCount = Rule.Error(
        102,
        "Weights have a row per unit",
        "Layer '{0}' has {1} of weights but {2}");

    /// <summary>Weights fill units × inputs.</summary>
    public static readonly Rule WeightCount = Rule.Error(
        103,
        "Weights fill units × inputs",
        "Layer '{0}' has {1}; {2} × {3} of its input '{4}' make {5}");

    /// <summary>Values per unit are as many as units.</summary>
    public static readonly Rule ParameterLength = Rule.Error(
        104,
        "Values per unit are as many as units",
        "{0} of layer '{1}' has {2}; it needs {3}");

    /// <summary>A layer has units.</summary>
    public static readonly Rule UnitCount = Rule.Error(
        105,
        "A layer has units",
        "Layer '{0}' has {1}; it needs at least 1");

    /// <summary>Tensors that are added have one size.</summary>
    public static readonly Rule SizesDiffer = Rule.Error(
        106,
        "Tensors that are added have one size",
        "Layer '{0}' adds '{1}' with {2} to '{3}' with {4}");

    /// <summary>A layer reads as many tensors as it takes.</summary>
    public static readonly Rule SourceCount = Rule.Error(
        107,
        "A layer reads as many tensors as it takes",
        "Layer '{0}' ({1}) reads {2}; it takes {3}");

    /// <summary>Each node has a weight per node before it.</summary>
    public static readonly Rule NodeWeightCount = Rule.Error(
        108,
        "Each node has a weight per node before it",
        "Node '{0}' has {1}; {2} has {3}");

    /// <summary>Outputs and their names agree in number.</summary>
    public static readonly Rule OutputNameCount = Rule.Error(
        109,
        "Outputs and their names agree in number",
        "Network '{0}' has {1} but {2}");

    /// <summary>Labels fit the outputs.</summary>
    public static readonly Rule LabelCount = Rule.Error(
        110,
        "Labels fit the outputs",
        "Network '{0}' has {1} for {2}{3}");

    /// <summary>Tests have a value per input and output.</summary>
    public static readonly Rule TestLength = Rule.Error(
        111,
        "Tests have a value per input and output",
        "Test {0} of network '{1}' has {2}; the network has {3}");

    /// <summary>Tensors have a bounded size.</summary>
    public static readonly Rule TooLarge = Rule.Error(
        112,
        "Tensors have a bounded size",
        "{0} has {1} values; at most {2} are possible");

    /// <summary>Ranges fit the inputs.</summary>
    public static readonly Rule Range = Rule.Error(
        113,
        "Ranges fit the inputs",
        "'range' of network '{0}' {1}");

    /// <summary>Weights are not transposed.</summary>
    public static readonly Rule Transposed = Rule.Error(
        114,
        "Weights are not transposed",
        "Layer '{0}' has weights of {1}, which look transposed: a row per {3} would make them {2}; transpose them, or {4}");

    /// <summary>Weights by input have a row per input.</summary>
    public static readonly Rule InputRowCount = Rule.Error(
        115,
        "Weights by input have a row per input",
        "Layer '{0}' has {1} of weights by input; its input '{2}' has {3}");

    /// <summary>Each input has a weight per unit.</summary>
    public static readonly Rule InputRowLength = Rule.Error(
        116,
        "Each input has a weight per unit",
        "Layer '{0}' row {1} has {2}; the layer has {3}");

    /// <summary>All rules of this family.</summary>
    public static IEnumerable<Rule> All { get; } =
    [
        RowLength,
        RowCount,
        WeightCount,
        ParameterLength,
        UnitCount,
        SizesDiffer,
        SourceCount,
        NodeWeightCount,
        OutputNameCount,
        LabelCount,
        TestLength,
        TooLarge,
        Range,
        Transposed,
        InputRowCount,
        InputRowLength,
    ];
}
