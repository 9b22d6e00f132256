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

    /// <summary>Layers get an input of the shape that they need.</summary>
    public static readonly Rule InputShape = Rule.Error(
        117,
        "Layers get an input of the shape that they need",
        "Layer '{0}' ({1}) needs an input of shape {2}; its input '{3}' has shape {4}");

    /// <summary>Lists of sizes have a number per axis.</summary>
    public static readonly Rule AxisCount = Rule.Error(
        118,
        "Lists of sizes have a number per axis",
        "'{0}' of layer '{1}' has {2}; for {3} it needs {4}");

    /// <summary>A kernel fits its input.</summary>
    public static readonly Rule KernelTooLarge = Rule.Error(
        119,
        "A kernel fits its input",
        "The kernel of layer '{0}' reaches over {1}; its input '{2}' of shape {3} has {4}{5}");

    /// <summary>Groups divide channels and units.</summary>
    public static readonly Rule Groups = Rule.Error(
        120,
        "Groups divide channels and units",
        "Layer '{0}' has {1} groups, which do not divide the {2}{3}");

    /// <summary>An axis is one of the input's.</summary>
    public static readonly Rule AxisRange = Rule.Error(
        121,
        "An axis is one of the input's",
        "'{0}' of layer '{1}' is {2}; its input '{3}' of shape {4} has the axes {5} to {6}");

    /// <summary>A reshape keeps all values.</summary>
    public static readonly Rule Reshape = Rule.Error(
        122,
        "A reshape keeps all values",
        "Layer '{0}' cannot give its input '{1}' of shape {2}, which has {3}, the shape {4}");

    /// <summary>Tensors have the shape that their layer needs.</summary>
    public static readonly Rule TensorShape = Rule.Error(
        123,
        "Tensors have the shape that their layer needs",
        "{0} has shape {1}; it needs {2}");

    /// <summary>Lists of weights fill the shape that their layer needs.</summary>
    public static readonly Rule TensorCount = Rule.Error(
        124,
        "Lists of weights fill the shape that their layer needs",
        "{0} has {1}; shape {2} makes {3}");

    /// <summary>Softmax of an image says its axis.</summary>
    public static readonly Rule SpatialSoftmax = Rule.Error(
        125,
        "Softmax of an image says its axis",
        "Activation '{0}' of layer '{1}' would run along the last axis of {2}, which are pixels; use a layer 'softmax' with 'axis': 0 for the channels, or 'flatten' before it");

    /// <summary>Tensors that are joined differ along one axis only.</summary>
    public static readonly Rule Concat = Rule.Error(
        126,
        "Tensors that are joined differ along one axis only",
        "Layer '{0}' joins '{1}' of shape {2} to '{3}' of shape {4} along axis {5}; all other axes must agree");

    /// <summary>Every window reads a value.</summary>
    public static readonly Rule PoolPadding = Rule.Error(
        127,
        "Every window reads a value",
        "Layer '{0}' has a padding of {1} for a kernel of {2}: some position of its window meets none of the {3} of its input; at most half of the kernel is possible");

    /// <summary>Nested lists have the same lengths.</summary>
    public static readonly Rule Ragged = Rule.Error(
        128,
        "Nested lists have the same lengths",
        "{0} has {1}; its neighbours have {2}");

    /// <summary>Tensors of a file have the shape that their layer needs.</summary>
    public static readonly Rule FileTensorShape = Rule.Error(
        129,
        "Tensors of a file have the shape that their layer needs",
        "{0} has shape {1}; layer '{2}' needs {3}");

    /// <summary>Axes occur once.</summary>
    public static readonly Rule RepeatedAxis = Rule.Error(
        130,
        "Axes occur once",
        "'{0}' of layer '{1}' names axis {2} twice");

    /// <summary>A slice takes values.</summary>
    public static readonly Rule EmptySlice = Rule.Error(
        131,
        "A slice takes values",
        "Layer '{0}' takes nothing of axis {1} of its input '{2}' of shape {3}, from {4} to {5} in steps of {6}");

    /// <summary>An index is one of the axis.</summary>
    public static readonly Rule IndexRange = Rule.Error(
        132,
        "An index is one of the axis",
        "'{0}' of layer '{1}' is {2}; axis {3} of its input '{4}' of shape {5} has the indices {6} to {7}");

    /// <summary>Parts of an axis make the axis.</summary>
    public static readonly Rule Split = Rule.Error(
        133,
        "Parts of an axis make the axis",
        "Layer '{0}' cannot split axis {1} of its input '{2}' of shape {3} into {4}");

    /// <summary>Of a split one part is read.</summary>
    public static readonly Rule UnnamedPart = Rule.Error(
        134,
        "Of a split one part is read",
        "{0} '{1}', which has several parts; '{3}' must name one of them: {2}");

    /// <summary>Matrices that are multiplied fit each other.</summary>
    public static readonly Rule MatMul = Rule.Error(
        140,
        "Matrices that are multiplied fit each other",
        "Layer '{0}' multiplies '{1}' of shape {2} with '{3}' of shape {4}: {5}");

    /// <summary>Inputs of a formula are broadcast.</summary>
    public static readonly Rule Broadcast = Rule.Error(
        141,
        "Inputs of a formula are broadcast",
        "Layer '{0}' cannot bring '{1}' of shape {2} and what is before it, of shape {3}, to one shape: along some axis, counted from the last, they differ and neither is 1");

    /// <summary>Outputs are declared as they are computed.</summary>
    public static readonly Rule OutputDiffers = Rule.Error(
        142,
        "Outputs are declared as they are computed",
        "Output '{0}' is declared as {1}; '{2}' is {3}");

    /// <summary>Layers read elements that they compute with.</summary>
    public static readonly Rule ElementsMisfit = Rule.Error(
        143,
        "Layers read elements that they compute with",
        "Layer '{0}' ({1}) reads '{2}', whose elements are of type '{3}'; it needs {4}");

    /// <summary>Updates fit into what they change.</summary>
    public static readonly Rule ScatterMisfit = Rule.Error(
        144,
        "Updates fit into what they change",
        "Layer '{0}' puts updates into '{1}', {2}, but its indices '{3}' are {4} and its updates '{5}' are {6}; both need one shape, which is larger at no other axis than {2}");

    /// <summary>Boxes have scores.</summary>
    public static readonly Rule BoxesMisfit = Rule.Error(
        145,
        "Boxes have scores",
        "Layer '{0}' chooses of '{1}', {2}, by '{3}', {4}; boxes are [images, boxes, 4], and scores [images, classes, boxes]");

    /// <summary>A network that is repeated fits its layer.</summary>
    public static readonly Rule RepeatMisfit = Rule.Error(
        146,
        "Repeated networks fit their layers",
        "Layer '{0}' cannot repeat its body: {1}");

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
        InputShape,
        AxisCount,
        KernelTooLarge,
        Groups,
        AxisRange,
        Reshape,
        TensorShape,
        TensorCount,
        SpatialSoftmax,
        Concat,
        PoolPadding,
        Ragged,
        FileTensorShape,
        RepeatedAxis,
        EmptySlice,
        IndexRange,
        Split,
        UnnamedPart,
        MatMul,
        Broadcast,
        OutputDiffers,
        ElementsMisfit,
        ScatterMisfit,
        BoxesMisfit,
        RepeatMisfit,
    ];
}
