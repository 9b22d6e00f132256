using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NeuralGen.CodeFixes.Texts;
using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.CodeFixes.Attributes;

/// <summary>Sets the number of inputs to the number of weights that each unit of the first layer has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AttributeInputsCodeFix))]
[Shared]
public sealed class AttributeInputsCodeFix : SourceCodeFix
{
    private const string Network = "NeuralGen.NeuralNetworkAttribute";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(FixedRules.WeightCount);

    /// <inheritdoc/>
    private protected override TextEdit? Find(SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (Number(diagnostic, FixProperties.Inputs) is not { } inputs)
        {
            return null;
        }

        // The layers may stand on another part of the type than the network.
        SyntaxNode place = model.SyntaxTree.GetRoot(cancellationToken).FindNode(diagnostic.Location.SourceSpan);
        AttributeSyntax? network = place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            ? model.GetDeclaredSymbol(type, cancellationToken)?.GetAttributes()
                .FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == Network)?
                .ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax
            : null;
        ExpressionSyntax? count = network?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Inputs")?.Expression;
        string text = inputs.ToString(CultureInfo.InvariantCulture);
        return count is not null && count.SyntaxTree == model.SyntaxTree ? TextEdit.Replace($"Set 'Inputs' to {text}", count.Span, text) : null;
    }
}
