using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Diagnostics;

[assembly: SuppressMessage(
    "MicrosoftCodeAnalysisReleaseTracking",
    "RS2002:Do not add removed analyzer diagnostic IDs to unshipped analyzer release",
    Justification = "The analyzer knows only descriptors that are made in place; a test compares the release files with our rules.")]

namespace NeuralGen.Generator.Diagnostics;

/// <summary>Our rules as Roslyn knows them.</summary>
internal static class RuleDescriptors
{
    private static readonly ConcurrentDictionary<Rule, DiagnosticDescriptor> Known = new();

    /// <summary>The descriptor of a rule: the same object at every call.</summary>
    public static DiagnosticDescriptor Descriptor(this Rule rule) => Known.GetOrAdd(rule, Create);

    /// <summary>What code fixes read beside a message.</summary>
    public static ImmutableDictionary<string, string?> ToImmutable(this IReadOnlyDictionary<string, string?> properties) =>
        properties.Count == 0 ? ImmutableDictionary<string, string?>.Empty : properties.ToImmutableDictionary();

    private static DiagnosticDescriptor Create(Rule rule)
    {
        DiagnosticSeverity severity = rule.Severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        };

        // Nobody can silence a broken network by settings or, thanks to the compiler's own tag, by an attribute.
        string[] tags = rule.IsConfigurable ? [] : [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler];
        return new DiagnosticDescriptor(
            rule.Id, rule.Title, rule.Message, Rule.Category, severity, isEnabledByDefault: true, helpLinkUri: rule.Link, customTags: tags);
    }
}
