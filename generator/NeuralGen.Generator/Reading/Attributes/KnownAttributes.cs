using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Layers;

namespace NeuralGen.Generator.Reading.Attributes;

/// <summary>Tells our attributes from all others.</summary>
internal static class KnownAttributes
{
    /// <summary>The attribute that declares a network.</summary>
    public const string Network = "NeuralGen.NeuralNetworkAttribute";

    /// <summary>The attribute on a type that declares a network, or null.</summary>
    public static AttributeData? FindNetwork(INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(attribute => Kind(attribute) == "neural_network");

    /// <summary>The attributes that declare layers, in order.</summary>
    public static AttributeData[] Layers(INamedTypeSymbol type) =>
        [.. type.GetAttributes().Where(attribute => Kind(attribute) is { } kind && LayerCatalog.Find(kind) is not null)];

    /// <summary>The attributes that declare nodes, in order.</summary>
    public static AttributeData[] Nodes(INamedTypeSymbol type) =>
        [.. type.GetAttributes().Where(attribute => Kind(attribute) == "node")];

    /// <summary>The attributes that declare inputs, in order.</summary>
    public static AttributeData[] Inputs(INamedTypeSymbol type) =>
        [.. type.GetAttributes().Where(attribute => Kind(attribute) == "input")];

    /// <summary>The attributes that declare outputs, in order.</summary>
    public static AttributeData[] Outputs(INamedTypeSymbol type) =>
        [.. type.GetAttributes().Where(attribute => Kind(attribute) == "output")];

    /// <summary>Whether a type is one of the runtime library's.</summary>
    public static bool IsOurs(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "NeuralGen", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>The name of one of our attributes in the spelling of JSON files; null for others.</summary>
    public static string? Kind(AttributeData attribute)
    {
        const string Suffix = "Attribute";
        INamedTypeSymbol? type = attribute.AttributeClass;
        bool isOurs = type is not null && IsOurs(type)
            && type.Name.EndsWith(Suffix, StringComparison.Ordinal);
        return isOurs ? Texts.SnakeCase(type!.Name.Substring(0, type.Name.Length - Suffix.Length)) : null;
    }
}
