using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NeuralGen.Generator.Diagnostics;

/// <summary>Makes the descriptors of our rules.</summary>
internal static class Rule
{
    /// <summary>The prefix of every rule's number.</summary>
    public const string Prefix = "NEURAL";

    private const string Category = "NeuralGen";

    private const string Pages = "https://github.com/neuralgen/neuralgen/blob/main/generator/diagnostics/";

    /// <summary>A rule whose breach leaves no network to compile: nobody can silence it.</summary>
    /// <param name="number">The rule's number.</param>
    /// <param name="title">The rule in a few words.</param>
    /// <param name="message">The message with its places for arguments.</param>
    public static DiagnosticDescriptor Error(int number, string title, string message) =>
        Create(number, title, message, DiagnosticSeverity.Error, WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>A rule whose breach is probably a mistake.</summary>
    /// <param name="number">The rule's number.</param>
    /// <param name="title">The rule in a few words.</param>
    /// <param name="message">The message with its places for arguments.</param>
    public static DiagnosticDescriptor Warning(int number, string title, string message) =>
        Create(number, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Create(int number, string title, string message, DiagnosticSeverity severity, params string[] tags)
    {
        string id = Prefix + number.ToString("D4", CultureInfo.InvariantCulture);
        return new DiagnosticDescriptor(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: Pages + id + ".md", customTags: tags);
    }
}
