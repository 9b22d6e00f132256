using System.Reflection;
using System.Runtime.Loader;

namespace NeuralGen.Package.Tests.Consumers;

/// <summary>Loads the assemblies of one folder, apart from all others of that name, as a compiler does with those of a package.</summary>
/// <param name="folder">The folder.</param>
internal sealed class FolderContext(string folder) : AssemblyLoadContext(isCollectible: true)
{
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
