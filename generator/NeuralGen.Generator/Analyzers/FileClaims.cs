using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralGen.Generator.Analyzers;

/// <summary>Finds, by syntax alone, which files the attributes of a project name.</summary>
internal static class FileClaims
{
    /// <summary>A tree that has not changed since the last analysis is not searched again.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, string[]> OfTree = new();

    /// <summary>The files as attributes name them.</summary>
    public static IEnumerable<string> Of(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.SyntaxTrees.SelectMany(tree => OfTree.GetValue(tree, key => Find(key, cancellationToken)));

    private static string[] Find(SyntaxTree tree, CancellationToken cancellationToken)
    {
        return
        [
            .. tree.GetRoot(cancellationToken)
                .DescendantNodes(node => node is not (StatementSyntax or ExpressionSyntax))
                .OfType<AttributeSyntax>()
                .Where(IsNetwork)
                .Select(attribute => attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null)?.Expression)
                .OfType<LiteralExpressionSyntax>()
                .Select(literal => literal.Token.Value)
                .OfType<string>(),
        ];
    }

    private static bool IsNetwork(AttributeSyntax attribute)
    {
        string name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText
            : attribute.Name is AliasQualifiedNameSyntax alias ? alias.Name.Identifier.ValueText
            : (attribute.Name as SimpleNameSyntax)?.Identifier.ValueText ?? "";
        return name is "NeuralNetwork" or "NeuralNetworkAttribute";
    }
}
