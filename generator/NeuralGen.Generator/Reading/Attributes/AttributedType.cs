using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Generator.Reading.Attributes;

/// <summary>A type that declares a network.</summary>
/// <param name="Target">The type.</param>
/// <param name="Declared">What its attributes say.</param>
internal sealed record AttributedType(TargetType Target, AttributedDeclaration Declared)
{
    /// <summary>Reads a type and drops its problems, which the analyzers report.</summary>
    /// <returns>The type; null for a second attribute on the same type, and for one without a name, which the compiler reports.</returns>
    public static AttributedType? Read(GeneratorAttributeSyntaxContext attributed, CancellationToken cancellationToken)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)attributed.TargetSymbol;
        SyntaxReference? first = KnownAttributes.FindNetwork(type)?.ApplicationSyntaxReference;
        if (!HasName(type) || first is null || first.SyntaxTree != attributed.TargetNode.SyntaxTree || !attributed.TargetNode.Span.Contains(first.Span))
        {
            return null;
        }

        ProblemList problems = new();
        TargetType target = TargetTypeReader.Read(type, problems, cancellationToken);
        AttributedDeclaration declared = AttributeReader.Read(type, problems);
        return new AttributedType(target, declared);
    }

    /// <summary>Whether the type and all around it have names: while somebody types, they may not have them yet.</summary>
    private static bool HasName(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.Name.Length == 0 || current.TypeParameters.Any(parameter => parameter.Name.Length == 0))
            {
                return false;
            }
        }

        for (INamespaceSymbol space = type.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
        {
            if (space.Name.Length == 0)
            {
                return false;
            }
        }

        return true;
    }
}
