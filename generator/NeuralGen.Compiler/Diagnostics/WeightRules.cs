namespace NeuralGen.Compiler.Diagnostics;

/// <summary>Rules about weights and values: 02xx.</summary>
internal static class WeightRules
{
    /// <summary>Layers have their weights.</summary>
    public static readonly Rule MissingValues = Rule.Error(
        201,
        "Layers have their weights",
        "Layer '{0}' ({1}) has no '{2}'");

    /// <summary>Numbers are finite.</summary>
    public static readonly Rule NotFinite = Rule.Error(
        202,
        "Numbers are finite",
        "{0} is {1}; it must be a finite number");

    /// <summary>Numbers fit the precision.</summary>
    public static readonly Rule TooLargeForSingle = Rule.Error(
        203,
        "Numbers fit the precision",
        "{0} is {1}, beyond the range of single precision (±3.4028235E+38); declare double precision or scale it");

    /// <summary>Activation functions are known.</summary>
    public static readonly Rule UnknownActivation = Rule.Error(
        204,
        "Activation functions are known",
        "Activation '{0}' of layer '{1}' is unknown{2}");

    /// <summary>Values are in range.</summary>
    public static readonly Rule OutOfRange = Rule.Error(
        205,
        "Values are in range",
        "{0} is {1}; it must be {2}");

    /// <summary>Activation functions get their own arguments.</summary>
    public static readonly Rule ActivationArgument = Rule.Error(
        206,
        "Activation functions get their own arguments",
        "Activation '{0}' of layer '{1}' takes no '{2}'");

    /// <summary>Loss and output fit.</summary>
    public static readonly Rule LossPair = Rule.Error(
        207,
        "Loss and output fit",
        "Loss '{0}' of network '{1}' needs {2}; its output is {3}");

    /// <summary>The tests in a file pass.</summary>
    public static readonly Rule TestFailed = Rule.Error(
        208,
        "The tests in a file pass",
        "Test {0} of network '{1}': output '{2}' is {3} but {4} is expected; the difference {5} is above the tolerance {6}{7}");

    /// <summary>Layers have names of their own.</summary>
    public static readonly Rule DuplicateName = Rule.Error(
        209,
        "Layers have names of their own",
        "Layer '{0}' has the name of {1}");

    /// <summary>Labels have a text of their own.</summary>
    public static readonly Rule LabelText = Rule.Error(
        210,
        "Labels have a text of their own",
        "{0} of network '{1}' {2}");

    /// <summary>Statistics are learned from the input.</summary>
    public static readonly Rule LearnedFromInput = Rule.Error(
        211,
        "Statistics are learned from the input",
        "Layer '{0}' (normalization) has no '{1}' and '{2}', which training learns from the network's input; it reads '{3}' instead");

    /// <summary>Bounds are in order.</summary>
    public static readonly Rule BoundsOrder = Rule.Error(
        212,
        "Bounds are in order",
        "{0} is {1}; it must be {2}");

    /// <summary>Tensors that layers take from a file are there.</summary>
    public static readonly Rule TensorMissing = Rule.Error(
        213,
        "Tensors that layers take from a file are there",
        "Layer '{0}' ({1}) takes tensor '{2}', {3}{4}");

    /// <summary>Weights from a file are floats.</summary>
    public static readonly Rule TensorType = Rule.Error(
        214,
        "Weights from a file are floats",
        "{0} has elements of type {1}; layer '{2}' needs floats");

    /// <summary>Unrolled code has its weights.</summary>
    public static readonly Rule StoredInUnrolled = Rule.Error(
        215,
        "Unrolled code has its weights",
        "Network '{0}' has {1} parameters, which the program reads from a weights file; unrolled code needs them in the code, which has up to {2}");

    /// <summary>The tests in a file can be run.</summary>
    public static readonly Rule TestsNotRun = Rule.Warning(
        216,
        "The tests in a file can be run",
        "The tests of network '{0}' ({1}) were not run: {2}");

    /// <summary>Formulas can be read.</summary>
    public static readonly Rule Formula = Rule.Error(
        240,
        "Formulas can be read",
        "'{0}' of layer '{1}', character {2}: {3}");

    /// <summary>All rules of this family.</summary>
    public static IEnumerable<Rule> All { get; } =
    [
        MissingValues,
        NotFinite,
        TooLargeForSingle,
        UnknownActivation,
        OutOfRange,
        ActivationArgument,
        LossPair,
        TestFailed,
        DuplicateName,
        LabelText,
        LearnedFromInput,
        BoundsOrder,
        TensorMissing,
        TensorType,
        StoredInUnrolled,
        TestsNotRun,
        Formula,
    ];
}
