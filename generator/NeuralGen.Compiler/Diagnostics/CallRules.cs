namespace NeuralGen.Compiler.Diagnostics;

/// <summary>Rules about calls of generated members: 05xx.</summary>
internal static class CallRules
{
    /// <summary>Spans have the length that the network needs.</summary>
    public static readonly Rule WrongLength = Rule.ConfigurableError(
        501,
        "Spans have the length that the network needs",
        "'{0}' of {1} gets {2}; {3} {4} needed, which is {5}");

    /// <summary>Input and output are not mixed up.</summary>
    public static readonly Rule Swapped = Rule.ConfigurableError(
        502,
        "Input and output are not mixed up",
        "{0} gets {1} as '{2}' and {3} as '{4}': the two are swapped, '{2}' has {5} and '{4}' has {6}");

    /// <summary>Results are used.</summary>
    public static readonly Rule ResultIgnored = Rule.Warning(
        503,
        "Results are used",
        "The result of {0} is not used, and the call does nothing else");

    /// <summary>Batches are whole samples.</summary>
    public static readonly Rule PartOfSample = Rule.ConfigurableError(
        504,
        "Batches are whole samples",
        "'{0}' of {1} gets {2}, which is no whole number of samples of {3}");

    /// <summary>Batches have as many samples everywhere.</summary>
    public static readonly Rule SamplesDiffer = Rule.ConfigurableError(
        505,
        "Batches have as many samples everywhere",
        "'{0}' of {1} has room for {2} but '{3}' has {4}");

    /// <summary>All rules of this family.</summary>
    public static IEnumerable<Rule> All { get; } =
    [
        WrongLength,
        Swapped,
        ResultIgnored,
        PartOfSample,
        SamplesDiffer,
    ];
}
