using System.Globalization;

namespace NeuralGen.Compiler.Diagnostics;

/// <summary>Something wrong in a declaration, before it has a line and a column.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Place">Where.</param>
/// <param name="Arguments">What the rule's message speaks of.</param>
internal sealed record Problem(Rule Rule, Place Place, object?[] Arguments)
{
    /// <summary>What code fixes need to know.</summary>
    public IReadOnlyDictionary<string, string?> Properties { get; init; } = FixValue.None;

    /// <summary>Whether the network cannot be compiled because of it.</summary>
    public bool IsError => Rule.Severity == Severity.Error;

    /// <summary>The message in words.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.Message, Arguments);
}
