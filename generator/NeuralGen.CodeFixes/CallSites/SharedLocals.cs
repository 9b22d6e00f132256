using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralGen.CodeFixes.CallSites;

/// <summary>Finds what locals are made from.</summary>
/// <param name="model">The meaning of the code.</param>
/// <param name="cancellationToken">Stops the search.</param>
internal sealed class SharedLocals(SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>The value that a local is declared with; null for all else.</summary>
    public static ExpressionSyntax? Initializer(SemanticModel model, ExpressionSyntax value, CancellationToken cancellationToken) =>
        value is IdentifierNameSyntax && model.GetSymbolInfo(value, cancellationToken).Symbol is ILocalSymbol local
            ? Declarator(local, cancellationToken)?.Initializer?.Value
            : null;

    /// <summary>
    /// The value that a local is declared with; null for all else, and for a local that another parameter of a network gets
    /// too, which needs another length.
    /// </summary>
    /// <param name="value">The local.</param>
    /// <param name="passed">The argument in which it is passed.</param>
    public ExpressionSyntax? InitializerOf(ExpressionSyntax value, PassedArgument passed)
    {
        if (value is not IdentifierNameSyntax
            || model.GetSymbolInfo(value, cancellationToken).Symbol is not ILocalSymbol local
            || Declarator(local, cancellationToken) is not { Initializer.Value: { } initializer } declarator
            || declarator.SyntaxTree != model.SyntaxTree)
        {
            return null;
        }

        SyntaxNode? scope = declarator.FirstAncestorOrSelf<SyntaxNode>(node => node is BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax);
        return scope?.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => IsNeededOtherwise(name, local, passed)) == false ? initializer : null;
    }

    private static VariableDeclaratorSyntax? Declarator(ILocalSymbol local, CancellationToken cancellationToken) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) as VariableDeclaratorSyntax;

    private bool IsNeededOtherwise(IdentifierNameSyntax name, ILocalSymbol local, PassedArgument passed)
    {
        if (name.Identifier.ValueText != local.Name
            || name.Parent is not ArgumentSyntax argument
            || PassedArgument.Of(model, argument, cancellationToken) is not { } other
            || other.Method.ContainingType.GetMembers("InputSize").IsEmpty
            || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, local))
        {
            return false;
        }

        return !SymbolEqualityComparer.Default.Equals(other.Method.ContainingType, passed.Method.ContainingType)
            || other.Parameter?.Name != passed.Parameter?.Name;
    }
}
