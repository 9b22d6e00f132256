using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralGen.Generator.CallSites;

/// <summary>Finds out whether a local keeps the value that it is declared with.</summary>
internal static class LocalWrites
{
    /// <summary>Whether the local may get another value after its declaration.</summary>
    /// <param name="declarator">The declaration.</param>
    /// <param name="local">The local.</param>
    /// <param name="model">The meaning of its file.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static bool IsWrittenAgain(
        VariableDeclaratorSyntax declarator, ILocalSymbol local, SemanticModel model, CancellationToken cancellationToken)
    {
        // Top-level statements share their scope with all others of the file.
        SyntaxNode? scope = declarator.FirstAncestorOrSelf<SyntaxNode>(node => node is BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax);
        return scope is null || scope.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == local.Name
                && IsWrite(name)
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, local));
    }

    private static bool IsWrite(IdentifierNameSyntax name)
    {
        SyntaxNode node = name;
        while (node.Parent is ParenthesizedExpressionSyntax)
        {
            node = node.Parent;
        }

        return node.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == node,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
            RefExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } => true,
            _ => false,
        };
    }
}
