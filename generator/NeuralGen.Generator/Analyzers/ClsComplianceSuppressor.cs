using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NeuralGen.Generator.Reading.Attributes;

namespace NeuralGen.Generator.Analyzers;

/// <summary>
/// Takes back what the compiler says of networks in an assembly that is marked as CLS-compliant: weights are arrays in
/// attributes, which nobody reads at run time, and labels keep their names, digits first and letter case included.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClsComplianceSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor ArrayInAttribute = new(
        "NEURALCS3016", "CS3016", "The attributes of networks are for the compiler of networks alone");

    private static readonly SuppressionDescriptor LetterCase = new(
        "NEURALCS3005", "CS3005", "The names in a network are those of its declaration");

    private static readonly SuppressionDescriptor FirstLetter = new(
        "NEURALCS3008", "CS3008", "The names in a network are those of its declaration");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
        ImmutableArray.Create(ArrayInAttribute, LetterCase, FirstLetter);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree && IsOurs(diagnostic, tree, context))
            {
                SuppressionDescriptor reason = SupportedSuppressions.First(candidate => candidate.SuppressedDiagnosticId == diagnostic.Id);
                context.ReportSuppression(Suppression.Create(reason, diagnostic));
            }
        }
    }

    private static bool IsOurs(Diagnostic diagnostic, SyntaxTree tree, SuppressionAnalysisContext context)
    {
        if (diagnostic.Id != ArrayInAttribute.SuppressedDiagnosticId)
        {
            return TargetTypeReader.IsGenerated(tree);
        }

        AttributeSyntax? attribute = tree.GetRoot(context.CancellationToken)
            .FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
            .FirstAncestorOrSelf<AttributeSyntax>();
        return attribute is not null
            && context.GetSemanticModel(tree).GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType is { } type
            && KnownAttributes.IsOurs(type);
    }
}
