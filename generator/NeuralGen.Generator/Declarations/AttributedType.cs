using Microsoft.CodeAnalysis;
using NeuralGen.Generator.Declarations.Attributes;
using NeuralGen.Generator.Diagnostics;

namespace NeuralGen.Generator.Declarations;

/// <summary>A type that declares a network.</summary>
/// <param name="Target">The type.</param>
/// <param name="Declared">What its attributes say.</param>
internal sealed record AttributedType(TargetType Target, AttributedDeclaration Declared)
{
    /// <summary>Reads a type and drops its problems, which the analyzers report.</summary>
    public static AttributedType Read(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        ProblemList problems = new();
        TargetType target = TargetTypeReader.Read(type, problems, cancellationToken);
        AttributedDeclaration declared = AttributeReader.Read(type, problems);
        return new AttributedType(target, declared);
    }
}
