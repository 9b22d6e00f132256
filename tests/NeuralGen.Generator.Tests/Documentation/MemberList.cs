using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralGen.Generator.Tests.Documentation;

/// <summary>The public members of a type, as pages list them.</summary>
internal static class MemberList
{
    private const string Listing = "Listing";

    private static readonly SymbolDisplayFormat Format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameOnly,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>The type that a block declares.</summary>
    public static INamedTypeSymbol Network(Compilation compilation, CodeBlock declaration)
    {
        TypeDeclarationSyntax type = CSharpSyntaxTree.ParseText(declaration.Text).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().Single();
        return compilation.GetTypeByMetadataName(type.Identifier.Text)!;
    }

    /// <summary>A type with the members of a list, which have no bodies and may use the types in the network.</summary>
    public static INamedTypeSymbol Parse(Compilation compilation, CodeBlock list, INamedTypeSymbol network)
    {
        string source = $"using System;\nusing static {network.Name};\npublic class {Listing}\n{{\n{list.Text}}}";
        CSharpParseOptions options = (CSharpParseOptions)compilation.SyntaxTrees.First().Options;
        return compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, options)).GetTypeByMetadataName(Listing)!;
    }

    /// <summary>The members by their signatures, in the order of these.</summary>
    public static IEnumerable<string> Of(INamedTypeSymbol type) => type.GetMembers()
        .Where(member => member.DeclaredAccessibility == Accessibility.Public && !member.IsImplicitlyDeclared)
        .Where(member => member is IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary })
        .Select(member => member.ToDisplayString(Format))
        .Order(StringComparer.Ordinal);
}
