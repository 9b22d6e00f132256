using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Reading.Attributes;

namespace NeuralGen.Generator.Analyzers;

/// <summary>
/// Finds which files the attributes of a project name: by syntax wherever that tells, since symbols would have to be made
/// anew with every keystroke.
/// </summary>
internal static class FileClaims
{
    /// <summary>A tree that has not changed since the last analysis is not searched again.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, TreeClaims> OfTree = new();

    /// <summary>The files as attributes name them.</summary>
    public static IEnumerable<FileClaim> Of(Compilation compilation, CancellationToken cancellationToken)
    {
        TreeClaims[] trees =
        [
            .. compilation.SyntaxTrees.Select(tree => OfTree.GetValue(tree, key => TreeClaims.Read(key, cancellationToken))),
        ];
        HashSet<string> aliases = new(trees.SelectMany(tree => tree.Aliases), StringComparer.Ordinal);
        return trees
            .SelectMany(tree => tree.Sites)
            .Where(site => TreeClaims.IsNetwork(site.Attribute, aliases))
            .SelectMany(site => site.File is { } file ? [new FileClaim(file, site.Type)] : OfTypes(compilation, site.Type, cancellationToken));
    }

    /// <summary>The files that types of a name claim with a constant or another expression.</summary>
    private static IEnumerable<FileClaim> OfTypes(Compilation compilation, string name, CancellationToken cancellationToken) =>
        compilation.GetSymbolsWithName(name, SymbolFilter.Type, cancellationToken)
            .OfType<INamedTypeSymbol>()
            .Select(KnownAttributes.FindNetwork)
            .Select(attribute => attribute is null ? null : new AttributeArguments(attribute).String("file"))
            .OfType<string>()
            .Select(file => new FileClaim(file, name));
}
