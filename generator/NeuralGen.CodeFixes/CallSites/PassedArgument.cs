using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NeuralGen.CodeFixes.CallSites;

/// <summary>A span that a call of a generated member passes.</summary>
/// <param name="Argument">The argument.</param>
/// <param name="Call">The call.</param>
/// <param name="Method">The member.</param>
internal sealed record PassedArgument(ArgumentSyntax Argument, InvocationExpressionSyntax Call, IMethodSymbol Method)
{
    /// <summary>The argument whose value stands at a place; null when there is none.</summary>
    public static PassedArgument? At(SemanticModel model, TextSpan place, CancellationToken cancellationToken)
    {
        ArgumentSyntax? argument = model.SyntaxTree.GetRoot(cancellationToken)
            .FindNode(place, getInnermostNodeForTie: true)
            .FirstAncestorOrSelf<ArgumentSyntax>();
        return argument is not null && Plain(argument.Expression).Span == place ? Of(model, argument, cancellationToken) : null;
    }

    /// <summary>An argument with its call; null when it belongs to something else.</summary>
    public static PassedArgument? Of(SemanticModel model, ArgumentSyntax argument, CancellationToken cancellationToken) =>
        argument.Parent?.Parent is InvocationExpressionSyntax call && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method
            ? new PassedArgument(argument, call, method)
            : null;

    /// <summary>A value without the parentheses around it.</summary>
    public static ExpressionSyntax Plain(ExpressionSyntax value)
    {
        while (value is ParenthesizedExpressionSyntax { Expression: var inner })
        {
            value = inner;
        }

        return value;
    }

    /// <summary>The parameter that gets the argument.</summary>
    public IParameterSymbol? Parameter => Argument.NameColon is { } name
        ? Method.Parameters.FirstOrDefault(parameter => parameter.Name == name.Name.Identifier.ValueText)
        : Method.Parameters.ElementAtOrDefault(Call.ArgumentList.Arguments.IndexOf(Argument));
}
