namespace NeuralGen.Compiler.Diagnostics;

/// <summary>Rules about JSON files: 03xx.</summary>
internal static class FileRules
{
    /// <summary>Files are JSON.</summary>
    public static readonly Rule Malformed = Rule.Error(
        301,
        "Files are JSON",
        "{0}");

    /// <summary>Keys are known.</summary>
    public static readonly Rule UnknownKey = Rule.Error(
        302,
        "Keys are known",
        "Key '{0}' is unknown in {1}{2}");

    /// <summary>Values are of the right kind.</summary>
    public static readonly Rule WrongKind = Rule.Error(
        303,
        "Values are of the right kind",
        "{0} must be {1}, not {2}");

    /// <summary>Keys occur once.</summary>
    public static readonly Rule DuplicateKey = Rule.Error(
        304,
        "Keys occur once",
        "Key '{0}' occurs twice in {1}");

    /// <summary>Keys that are needed are present.</summary>
    public static readonly Rule MissingKey = Rule.Error(
        305,
        "Keys that are needed are present",
        "{0} has no '{1}'");

    /// <summary>Layer types are known.</summary>
    public static readonly Rule UnknownLayerType = Rule.Error(
        306,
        "Layer types are known",
        "Layer type '{0}' is unknown{1}");

    /// <summary>Layers read what is computed before them.</summary>
    public static readonly Rule UnknownSource = Rule.Error(
        307,
        "Layers read what is computed before them",
        "Layer '{0}' reads '{1}', which is not the input or a layer before it{2}");

    /// <summary>Files can be read.</summary>
    public static readonly Rule Unreadable = Rule.Error(
        308,
        "Files can be read",
        "The file '{0}' of the network cannot be read");

    /// <summary>All rules of this family.</summary>
    public static IEnumerable<Rule> All { get; } =
    [
        Malformed,
        UnknownKey,
        WrongKind,
        DuplicateKey,
        MissingKey,
        UnknownLayerType,
        UnknownSource,
        Unreadable,
    ];
}
