using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace NeuralGen.Tool.Compilation;

/// <summary>
/// What generated code refers to: our runtime library and those of the running framework's assemblies that it refers to itself. All of the
/// framework would cost a program that has only just started half a second and 50 MB.
/// </summary>
internal static class References
{
    private static readonly Assembly Library = typeof(NeuralNetworkAttribute).Assembly;

    /// <summary>The references.</summary>
    public static ImmutableArray<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(IsNeeded)
            .Append(Library.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Whether an assembly is the framework's and needed; the tool's own folder has some whose names begin alike.</summary>
    private static bool IsNeeded(string path) =>
        Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location)
        && Path.GetFileNameWithoutExtension(path) is var name
        && (name is "System.Private.CoreLib" or "System.Runtime" || Array.Exists(Library.GetReferencedAssemblies(), reference => reference.Name == name));
}
