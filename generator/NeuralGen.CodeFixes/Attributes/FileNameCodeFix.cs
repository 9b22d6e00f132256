using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.CodeFixes.Texts;
using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.CodeFixes.Attributes;

/// <summary>Writes the name of the file that an attribute probably means.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FileNameCodeFix))]
[Shared]
public sealed class FileNameCodeFix : SourceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(FixedRules.FileNotFound);

    /// <inheritdoc/>
    private protected override TextEdit? Find(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // A constant is not ours to change: others may use it too.
        TextSpan place = diagnostic.Location.SourceSpan;
        SyntaxNode node = model.SyntaxTree.GetRoot(cancellationToken).FindNode(place, getInnermostNodeForTie: true);
        return node.IsKind(SyntaxKind.StringLiteralExpression) && node.Span == place && Property(diagnostic, FixProperties.Replacement) is { } name
            ? TextEdit.Replace($"Change to '{name}'", place, SymbolDisplay.FormatLiteral(name, quote: true))
            : null;
    }
}
