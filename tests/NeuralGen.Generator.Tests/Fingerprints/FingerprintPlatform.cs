using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NeuralGen.Compiler.Emission;
using NeuralGen.Compiler.Targets;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Fingerprints;

/// <summary>A kind of project that code is remembered for.</summary>
/// <param name="Name">Its framework.</param>
/// <param name="Platform">What the framework and its default language offer.</param>
/// <param name="Language">The default language.</param>
/// <param name="Library">The runtime library for it.</param>
internal sealed record FingerprintPlatform(string Name, TargetPlatform Platform, LanguageVersion Language, string Library)
{
    public static IReadOnlyList<FingerprintPlatform> All { get; } =
    [
        new("net10.0", new TargetPlatform(true, true, true, true, true, true, true, true, true), LanguageVersion.CSharp13, NewLibrary),
        new("net8.0", new TargetPlatform(true, true, true, true, true, true, false, false, true), LanguageVersion.CSharp12, NewLibrary),
        new("netstandard2.0", new TargetPlatform(true, false, false, false, true), LanguageVersion.CSharp9, OldLibrary),
    ];

    private static string NewLibrary => typeof(NeuralNetworkAttribute).Assembly.Location;

    /// <summary>Built for the tests beside them, since a project references a library for its own framework only.</summary>
    private static string OldLibrary => Path.Combine(AppContext.BaseDirectory, "netstandard2.0", "NeuralGen.dll");

    /// <summary>Compiles files and loads them with the runtime library of the platform.</summary>
    public Assembly Load(IEnumerable<GeneratedFile> files, IEnumerable<(string Name, byte[] Bytes)>? resources = null)
    {
        GeneratorHost host = new()
        {
            LanguageVersion = Language,
            References =
            [
                .. new GeneratorHost().References.Where(reference => reference.Display != NewLibrary),
                MetadataReference.CreateFromFile(Library),
            ],
        };
        int index = 0;
        foreach (GeneratedFile file in files)
        {
            host.Source(file.Text, $"{index++}.cs");
        }

        foreach ((string name, byte[] bytes) in resources ?? [])
        {
            host.Resource(name, bytes);
        }

        // Now, and not at the first call, by when the context may be unloading.
        LibraryContext context = new(Library);
        context.LoadFromAssemblyPath(Library);
        return host.Run().Load(context);
    }
}
