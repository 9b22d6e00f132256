using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralGen.Generator.Analyzers;

/// <summary>What a syntax tree says of files that attributes name.</summary>
/// <param name="Sites">The attributes on types that have an argument by position.</param>
/// <param name="Aliases">Other names for our attribute.</param>
internal sealed record TreeClaims(IReadOnlyList<AttributeSite> Sites, IReadOnlyList<string> Aliases)
{
    private const string Suffix = "Attribute";

    private const string Network = "NeuralNetwork";

    /// <summary>Reads a tree.</summary>
    public static TreeClaims Read(SyntaxTree tree, CancellationToken cancellationToken)
    {
        List<AttributeSite> sites = [];
        List<string> aliases = [];
        foreach (SyntaxNode node in tree.GetRoot(cancellationToken).DescendantNodes(node => node is not (StatementSyntax or ExpressionSyntax)))
        {
            if (node is UsingDirectiveSyntax { Alias.Name.Identifier.ValueText: { } alias, Name: { } target } && Plain(LastName(target)) == Network)
            {
                aliases.Add(Plain(alias));
            }
            else if (node is AttributeSyntax { Parent.Parent: TypeDeclarationSyntax type, ArgumentList: { } list } attribute
                && list.Arguments.FirstOrDefault(argument => argument.NameEquals is null) is { } file)
            {
                sites.Add(new AttributeSite(
                    Plain(LastName(attribute.Name)),
                    type.Identifier.ValueText,
                    (file.Expression as LiteralExpressionSyntax)?.Token.Value as string));
            }
        }

        return new TreeClaims(sites, aliases);
    }

    /// <summary>Whether an attribute of a name is ours.</summary>
    /// <param name="attribute">The name.</param>
    /// <param name="aliases">Other names for our attribute in the whole project.</param>
    public static bool IsNetwork(string attribute, HashSet<string> aliases) => attribute == Network || aliases.Contains(attribute);

    /// <summary>Whether an attribute has our attribute's own name.</summary>
    public static bool IsNetwork(AttributeSyntax attribute) => Plain(LastName(attribute.Name)) == Network;

    private static string Plain(string name) =>
        name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;

    private static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
