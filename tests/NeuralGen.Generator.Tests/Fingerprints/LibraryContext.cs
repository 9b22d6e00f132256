using System.Reflection;
using System.Runtime.Loader;

namespace NeuralGen.Generator.Tests.Fingerprints;

/// <summary>Loads a project with a runtime library of its own, apart from the one that the tests use.</summary>
/// <param name="library">The path of the library.</param>
internal sealed class LibraryContext(string library) : AssemblyLoadContext(isCollectible: true)
{
    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == "NeuralGen" ? LoadFromAssemblyPath(library) : null;
}
