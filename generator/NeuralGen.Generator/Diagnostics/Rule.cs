using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.CodeAnalysis;

[assembly: SuppressMessage(
    "MicrosoftCodeAnalysisReleaseTracking",
    "RS2002:Do not add removed analyzer diagnostic IDs to unshipped analyzer release",
    Justification = "The analyzer knows only descriptors that are made in place; a test compares the release files with our rules.")]

namespace NeuralGen.Generator.Diagnostics;

/// <summary>Makes the descriptors of our rules.</summary>
internal static class Rule
{
    /// <summary>The prefix of every rule's number.</summary>
    public const string Prefix = "NEURAL";

    private const string Category = "NeuralGen";

    /// <summary>
    /// A rule whose breach leaves no network to compile: nobody can silence it, by settings or, thanks to the compiler's own
    /// tag, by an attribute.
    /// </summary>
    /// <param name="number">The rule's number.</param>
    /// <param name="title">The rule in a few words.</param>
    /// <param name="message">The message with its places for arguments.</param>
    public static DiagnosticDescriptor Error(int number, string title, string message) =>
        Create(number, title, message, DiagnosticSeverity.Error, WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler);

    /// <summary>A rule whose breach fails at run time at the latest, but leaves every network intact: severity can be set.</summary>
    /// <param name="number">The rule's number.</param>
    /// <param name="title">The rule in a few words.</param>
    /// <param name="message">The message with its places for arguments.</param>
    public static DiagnosticDescriptor ConfigurableError(int number, string title, string message) =>
        Create(number, title, message, DiagnosticSeverity.Error);

    /// <summary>A rule whose breach is probably a mistake.</summary>
    /// <param name="number">The rule's number.</param>
    /// <param name="title">The rule in a few words.</param>
    /// <param name="message">The message with its places for arguments.</param>
    public static DiagnosticDescriptor Warning(int number, string title, string message) =>
        Create(number, title, message, DiagnosticSeverity.Warning);

    /// <summary>A remark about something that is allowed.</summary>
    /// <param name="number">The rule's number.</param>
    /// <param name="title">The rule in a few words.</param>
    /// <param name="message">The message with its places for arguments.</param>
    public static DiagnosticDescriptor Note(int number, string title, string message) =>
        Create(number, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(int number, string title, string message, DiagnosticSeverity severity, params string[] tags)
    {
        string id = Prefix + number.ToString("D4", CultureInfo.InvariantCulture);
        return new DiagnosticDescriptor(
            id,
            title,
            message + RulePages.OfBuild.Words(id),
            Category,
            severity,
            isEnabledByDefault: true,
            helpLinkUri: RulePages.OfBuild.Link(id),
            customTags: tags);
    }
}
