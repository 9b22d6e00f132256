namespace NeuralGen.CodeFixes;

/// <summary>
/// The rules that have a fix. Their numbers stand here once more, because the fixes lie in a folder of the package of their
/// own and load without the assembly that reports the rules.
/// </summary>
internal static class FixedRules
{
    /// <summary>The type of a network is partial.</summary>
    public const string NotPartial = "NEURAL0001";

    /// <summary>The types around the type of a network are partial.</summary>
    public const string ContainerNotPartial = "NEURAL0002";

    /// <summary>The file of a network is among the additional files.</summary>
    public const string FileNotFound = "NEURAL0005";

    /// <summary>Settings have known values.</summary>
    public const string SettingUnknown = "NEURAL0019";

    /// <summary>Each unit has a weight per input.</summary>
    public const string RowLength = "NEURAL0101";

    /// <summary>Weights fill units × inputs.</summary>
    public const string WeightCount = "NEURAL0103";

    /// <summary>Weights are not transposed.</summary>
    public const string Transposed = "NEURAL0114";

    /// <summary>Layers have their weights.</summary>
    public const string MissingValues = "NEURAL0201";

    /// <summary>Activation functions are known.</summary>
    public const string UnknownActivation = "NEURAL0204";

    /// <summary>Keys are known.</summary>
    public const string UnknownKey = "NEURAL0302";

    /// <summary>Layer types are known.</summary>
    public const string UnknownLayerType = "NEURAL0306";

    /// <summary>Layers read what is computed before them.</summary>
    public const string UnknownSource = "NEURAL0307";

    /// <summary>Spans have the length that the network needs.</summary>
    public const string WrongLength = "NEURAL0501";

    /// <summary>Input and output are not mixed up.</summary>
    public const string Swapped = "NEURAL0502";
}
