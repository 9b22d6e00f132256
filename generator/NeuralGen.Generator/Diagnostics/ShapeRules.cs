using Microsoft.CodeAnalysis;

namespace NeuralGen.Generator.Diagnostics;

/// <summary>Rules about sizes: 01xx.</summary>
internal static class ShapeRules
{
    /// <summary>Each unit has a weight per input.</summary>
    public static readonly DiagnosticDescriptor RowLength = Rule.Error(
        101,
        "Each unit has a weight per input",
        "Layer '{0}' row {1} has {2} weights; its input '{3}' has {4} values");

    /// <summary>Weights have a row per unit.</summary>
    public static readonly DiagnosticDescriptor RowCount = Rule.Error(
        102,
        "Weights have a row per unit",
        "Layer '{0}' has {1} rows of weights but {2} units");

    /// <summary>Weights fill units × inputs.</summary>
    public static readonly DiagnosticDescriptor WeightCount = Rule.Error(
        103,
        "Weights fill units × inputs",
        "Layer '{0}' has {1} weights; {2} units × {3} values of its input '{4}' are {5}");

    /// <summary>Values per unit are as many as units.</summary>
    public static readonly DiagnosticDescriptor ParameterLength = Rule.Error(
        104,
        "Values per unit are as many as units",
        "{0} of layer '{1}' has {2} values; {3} are needed");

    /// <summary>A layer has units.</summary>
    public static readonly DiagnosticDescriptor UnitCount = Rule.Error(
        105,
        "A layer has units",
        "Layer '{0}' has {1} units; it needs at least 1");

    /// <summary>Tensors that are added have one size.</summary>
    public static readonly DiagnosticDescriptor SizesDiffer = Rule.Error(
        106,
        "Tensors that are added have one size",
        "Layer '{0}' adds '{1}' with {2} values to '{3}' with {4} values");

    /// <summary>A layer reads as many tensors as it takes.</summary>
    public static readonly DiagnosticDescriptor SourceCount = Rule.Error(
        107,
        "A layer reads as many tensors as it takes",
        "Layer '{0}' ({1}) reads {2} inputs; it takes {3}");

    /// <summary>Each node has a weight per node before it.</summary>
    public static readonly DiagnosticDescriptor NodeWeightCount = Rule.Error(
        108,
        "Each node has a weight per node before it",
        "Node '{0}' has {1} weights; {2} has {3} values");

    /// <summary>Outputs and their names agree in number.</summary>
    public static readonly DiagnosticDescriptor OutputNameCount = Rule.Error(
        109,
        "Outputs and their names agree in number",
        "Network '{0}' has {1} outputs but {2} output names");

    /// <summary>Labels fit the outputs.</summary>
    public static readonly DiagnosticDescriptor LabelCount = Rule.Error(
        110,
        "Labels fit the outputs",
        "Network '{0}' has {1} labels for {2} outputs{3}");

    /// <summary>Tests have a value per input and output.</summary>
    public static readonly DiagnosticDescriptor TestLength = Rule.Error(
        111,
        "Tests have a value per input and output",
        "Test {0} of network '{1}' has {2} {3} values; the network has {4}");

    /// <summary>All rules of this family.</summary>
    public static IEnumerable<DiagnosticDescriptor> All { get; } =
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
    ];
}
