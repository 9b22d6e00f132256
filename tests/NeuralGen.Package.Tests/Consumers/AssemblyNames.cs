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
    public static AssemblyName Read(string package, string entry) => Read(package, entry, reader => reader.GetAssemblyDefinition().GetAssemblyName());

    /// <summary>The names of the assemblies that an assembly in a package needs.</summary>
    /// <param name="package">The package's file.</param>
    /// <param name="entry">The assembly's path in it.</param>
    public static IReadOnlyList<string> References(string package, string entry) => Read(
        package,
        entry,
        reader => reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)).Order(StringComparer.Ordinal).ToArray());

    private static T Read<T>(string package, string entry, Func<MetadataReader, T> read)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        using Stream stream = archive.GetEntry(entry)!.Open();
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        copy.Position = 0;
        using PEReader reader = new(copy);
        return read(reader.GetMetadataReader());
    }
}
