using Microsoft.CodeAnalysis;
using NeuralGen.Generator.Reading.Attributes;

namespace NeuralGen.Generator.Projects;

/// <summary>The runtime library as a project references it; generated code calls it.</summary>
internal static class RuntimeLibrary
{
    /// <summary>The version of the compiler's part, which is that of the library it was packed with.</summary>
    public static Version OurVersion { get; } = typeof(RuntimeLibrary).Assembly.GetName().Version;

    /// <summary>Whether code of a project can use the library.</summary>
    public static bool IsReferenced(Compilation compilation) => Find(compilation) is not null;

    /// <summary>Whether the library has what generated code calls.</summary>
    public static bool IsUsable(Compilation compilation) => IsReferenced(compilation) && Outdated(compilation) is null;

    /// <summary>The version of a library that is older than the compiler's part; null of any other, and of one without a version.</summary>
    public static Version? Outdated(Compilation compilation)
    {
        Version? version = Find(compilation)?.ContainingAssembly.Identity.Version;
        return version is not null && version != new Version(0, 0, 0, 0) && version < OurVersion ? version : null;
    }

    private static INamedTypeSymbol? Find(Compilation compilation) => compilation.GetTypesByMetadataName(KnownAttributes.Network).FirstOrDefault();
}
