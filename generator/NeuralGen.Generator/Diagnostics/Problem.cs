using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NeuralGen.Generator.Diagnostics;

/// <summary>Something wrong in a declaration, before it has a line and a column.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Place">Where.</param>
/// <param name="Arguments">What the rule's message speaks of.</param>
internal sealed record Problem(DiagnosticDescriptor Rule, Place Place, object?[] Arguments)
{
    /// <summary>What code fixes need to know.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Whether the network cannot be compiled because of it.</summary>
    public bool IsError => Rule.DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>The message in words.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.MessageFormat.ToString(CultureInfo.InvariantCulture), Arguments);
}
