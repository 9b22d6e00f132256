using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NeuralGen.CodeFixes.Texts;
using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.CodeFixes.Attributes;

/// <summary>Adds a bias of zeros to a layer that says that it has a bias.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AttributeBiasCodeFix))]
[Shared]
public sealed class AttributeBiasCodeFix : SourceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(FixedRules.MissingValues);

    /// <inheritdoc/>
    private protected override TextEdit? Find(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode place = model.SyntaxTree.GetRoot(cancellationToken).FindNode(diagnostic.Location.SourceSpan);
        if (Number(diagnostic, FixProperties.BiasLength) is not { } length || place.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { } flag)
        {
            return null;
        }

        string zeros = string.Join(", ", Enumerable.Repeat(0, length));
        bool hasCollections = ((CSharpParseOptions)model.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp12;
        return TextEdit.Insert(
            "Add a bias of zeros", flag.Span.End, hasCollections ? $", Bias = [{zeros}]" : $", Bias = new double[] {{ {zeros} }}");
    }
}
