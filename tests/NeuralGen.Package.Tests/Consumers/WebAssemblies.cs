using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Text.RegularExpressions;

namespace NeuralGen.Package.Tests.Consumers;

/// <summary>The assemblies of a published page: each is wrapped into a WebAssembly module whose name ends with a fingerprint.</summary>
internal static partial class WebAssemblies
{
    /// <summary>The files of assemblies by the assemblies' names.</summary>
    /// <param name="framework">The folder <c>_framework</c>.</param>
    public static IReadOnlyDictionary<string, string> In(string framework) => Directory.EnumerateFiles(framework, "*.wasm")
        .Where(file => MetadataStart(File.ReadAllBytes(file)) >= 0)
        .ToDictionary(file => Fingerprint().Replace(Path.GetFileName(file), ""));

    /// <summary>The metadata of a wrapped assembly.</summary>
    public static MetadataReaderProvider Metadata(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        return MetadataReaderProvider.FromMetadataImage(ImmutableArray.Create(bytes.AsSpan(MetadataStart(bytes))));
    }

    // ECMA-335 II.24.2.1: metadata begins with this signature, and the version 1.1.
    private static int MetadataStart(byte[] bytes) => bytes.AsSpan().IndexOf("BSJB\u0001\0\u0001\0"u8);

    [GeneratedRegex(@"(\.[a-z0-9]{10})?\.wasm$")]
    private static partial Regex Fingerprint();
}
