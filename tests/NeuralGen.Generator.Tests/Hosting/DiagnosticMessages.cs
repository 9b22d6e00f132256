using System.Globalization;
using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>What diagnostics say.</summary>
internal static class DiagnosticMessages
{
    /// <summary>The message of a diagnostic of ours, without the words that end each and name its page.</summary>
    public static string Text(this Diagnostic diagnostic)
    {
        string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        if (!diagnostic.Id.StartsWith(Rule.Prefix, StringComparison.Ordinal))
        {
            return message;
        }

        string words = RulePages.OfBuild.Words(diagnostic.Id);
        Assert.EndsWith(words, message, StringComparison.Ordinal);
        return message[..^words.Length];
    }
}
