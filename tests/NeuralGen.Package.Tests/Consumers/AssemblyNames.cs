using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NeuralGen.Package.Tests.Consumers;

/// <summary>Reads the names of assemblies without loading them.</summary>
internal static class AssemblyNames
{
    /// <summary>The name of an assembly in a package.</summary>
    /// <param name="package">The package's file.</param>
    /// <param name="entry">The assembly's path in it.</param>
    public static AssemblyName Read(string package, string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        using Stream stream = archive.GetEntry(entry)!.Open();
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        copy.Position = 0;
        using PEReader reader = new(copy);
        return reader.GetMetadataReader().GetAssemblyDefinition().GetAssemblyName();
    }
}
