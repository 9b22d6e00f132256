namespace NeuralGen.Compiler.Diagnostics;

/// <summary>Rules about what networks keep from call to call: 0150 to 0159.</summary>
internal static class StateRules
{
    /// <summary>A network with states goes step by step.</summary>
    public static readonly Rule NotStepwise = Rule.Error(
        150,
        "A network with states goes step by step",
        "{0} {1}; a stateful network computes each step from that step and those before");

    /// <summary>A state is an input that gets an output.</summary>
    public static readonly Rule Pair = Rule.Error(
        151,
        "A state is an input that gets an output",
        "State '{0}' of network '{1}' {2}");

    /// <summary>All rules of this family.</summary>
    public static IEnumerable<Rule> All { get; } = [NotStepwise, Pair];
}
