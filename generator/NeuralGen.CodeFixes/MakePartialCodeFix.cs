using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NeuralGen.CodeFixes;

/// <summary>Makes the type of a network partial, and the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialCodeFix))]
[Shared]
public sealed class MakePartialCodeFix : CodeFixProvider
{
    // Not the batch fixer: networks in one type change that type alike, which it takes for a conflict and leaves some out.
    private static readonly FixAllProvider AllOfDocument = FixAllProvider.Create(
        async (context, document, diagnostics) => await MakePartialAsync(
            document, diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan), context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(FixedRules.NotPartial, FixedRules.ContainerNotPartial);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AllOfDocument;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        // Where every part that stands here is partial, the one that is not stands elsewhere.
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        TypeDeclarationSyntax? network = TypesAt(root, context.Span).FirstOrDefault();
        if (network is null || TypesAt(root, context.Span).All(IsPartial))
        {
            return;
        }

        // A type and those around it are reported in one place: one action answers them all.
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Make '{network.Identifier.ValueText}' partial",
                cancellationToken => MakePartialAsync(context.Document, [context.Span], cancellationToken),
                equivalenceKey: nameof(MakePartialCodeFix)),
            context.Diagnostics);
    }

    /// <summary>
    /// Writes the modifier, as text, where the language wants it: right before the keyword. So all trivia stays in front.
    /// </summary>
    private static async Task<Document> MakePartialAsync(
        Document document, IEnumerable<TextSpan> places, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        IEnumerable<TextChange> changes = places
            .SelectMany(place => TypesAt(root, place))
            .Where(type => !IsPartial(type))
            .Select(type => type.Keyword.SpanStart)
            .Distinct()
            .OrderBy(position => position)
            .Select(position => new TextChange(new TextSpan(position, 0), "partial "));
        return document.WithText(text.WithChanges(changes));
    }

    /// <summary>The type named at a place and the types around it.</summary>
    private static IEnumerable<TypeDeclarationSyntax> TypesAt(SyntaxNode? root, TextSpan place) =>
        root?.FindToken(place.Start).Parent?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>() ?? [];

    private static bool IsPartial(TypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PartialKeyword);
}
