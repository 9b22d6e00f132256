using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NeuralGen.Generator.Projects;

namespace NeuralGen.Generator.Analyzers;

/// <summary>Reports errors from the generator where a build leaves analyzers out, so that no broken network compiles in silence.</summary>
internal static class UnanalyzedReport
{
    /// <summary>Reports the errors of all networks, in builds without analyzers only.</summary>
    /// <param name="output">The compiler's side.</param>
    /// <param name="compilation">The project.</param>
    /// <param name="texts">Its additional files.</param>
    /// <param name="options">What the build says.</param>
    public static void Write(
        SourceProductionContext output, Compilation compilation, IReadOnlyList<AdditionalText> texts, AnalyzerConfigOptionsProvider options)
    {
        if (BuildSettings.Of(options.GlobalOptions).HasAnalyzers || !RuntimeLibrary.IsReferenced(compilation))
        {
            return;
        }

        NetworkDiagnostics diagnostics = new(compilation, texts, options, CheckCache.Shared, output.CancellationToken);
        foreach (INamedTypeSymbol type in diagnostics.AttributedTypes())
        {
            Report(output, diagnostics.OfType(type, output.CancellationToken));
        }

        foreach (AdditionalText text in diagnostics.Files)
        {
            Report(output, diagnostics.OfFile(text, output.CancellationToken));
        }
    }

    private static void Report(SourceProductionContext output, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics.Where(candidate => candidate.Severity == DiagnosticSeverity.Error))
        {
            output.ReportDiagnostic(diagnostic);
        }
    }
}
