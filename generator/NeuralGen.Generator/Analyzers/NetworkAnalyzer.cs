using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Diagnostics;
using NeuralGen.Generator.Projects;

namespace NeuralGen.Generator.Analyzers;

/// <summary>Reports what is wrong in the declarations of networks, in attributes and in files.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    private readonly CheckCache _checks;

    /// <summary>Makes an analyzer that shares what is known of networks with all others.</summary>
    public NetworkAnalyzer()
        : this(CheckCache.Shared)
    {
    }

    /// <summary>Makes an analyzer.</summary>
    /// <param name="checks">What is known of networks.</param>
    internal NetworkAnalyzer(CheckCache checks) => _checks = checks;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        DeclarationRules.All.Concat(ShapeRules.All).Concat(SelectionRules.All).Concat(StateRules.All).Concat(WeightRules.All).Concat(FileRules.All).Concat(PlausibilityRules.All).Concat(EmissionRules.All)
            .Select(rule => rule.Descriptor()).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // The generator says so where the library is missing, for it can do that beside errors of the compiler.
            if (!RuntimeLibrary.IsReferenced(start.Compilation))
            {
                return;
            }

            NetworkDiagnostics diagnostics = new(
                start.Compilation, start.Options.AdditionalFiles, start.Options.AnalyzerConfigOptionsProvider, _checks, start.CancellationToken);
            start.RegisterSymbolAction(symbol => Report((INamedTypeSymbol)symbol.Symbol, symbol, diagnostics), SymbolKind.NamedType);
            start.RegisterAdditionalFileAction(file => Report(file, diagnostics));
        });
    }

    private static void Report(INamedTypeSymbol type, SymbolAnalysisContext context, NetworkDiagnostics diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics.OfType(type, context.CancellationToken))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    private static void Report(AdditionalFileAnalysisContext context, NetworkDiagnostics diagnostics)
    {
        if (!FileTarget.IsNetworkFile(context.AdditionalFile.Path))
        {
            return;
        }

        foreach (Diagnostic diagnostic in diagnostics.OfFile(context.AdditionalFile, context.CancellationToken))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
