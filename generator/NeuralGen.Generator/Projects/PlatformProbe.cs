using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Generator.Projects;

/// <summary>Finds out what a project offers to generated code.</summary>
internal static class PlatformProbe
{
    /// <summary>The version of C# that has static members in interfaces and texts in UTF-8; older than what we compile against.</summary>
    private const int CSharp11 = 1100;

    /// <summary>Probes a project.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="options">How its sources are read.</param>
    public static TargetPlatform Of(Compilation compilation, ParseOptions options)
    {
        int language = (int)((options as CSharpParseOptions)?.LanguageVersion ?? LanguageVersion.CSharp7_3);
        bool hasLibrary = RuntimeLibrary.IsUsable(compilation);
        return new TargetPlatform(
            HasSpans(compilation),
            Find(compilation, "System.MathF") is not null,
            Find(compilation, "System.Runtime.CompilerServices.RuntimeHelpers")?.GetMembers("CreateSpan").Length > 0,
            hasLibrary && Find(compilation, "NeuralGen.INeuralNetwork`2") is not null && language >= CSharp11,
            language >= (int)LanguageVersion.CSharp8,
            HasVectorsIn(compilation),
            compilation.GetSpecialType(SpecialType.System_Single).GetMembers("MaxNative").Length > 0,
            Find(compilation, "System.Numerics.Vector") is { } vector && vector.GetMembers("MultiplyAddEstimate").Length > 0 && vector.GetMembers("MaxNative").Length > 0,
            Find(compilation, "System.Buffers.Text.Base64") is not null && language >= CSharp11,
            hasLibrary,
            compilation.Options is CSharpCompilationOptions { AllowUnsafe: true } && Find(compilation, "System.Runtime.CompilerServices.SkipLocalsInitAttribute") is not null
                && language >= (int)LanguageVersion.CSharp9);
    }

    /// <summary>Whether spans exist, without which there is nothing to generate.</summary>
    public static bool HasSpans(Compilation compilation) => Find(compilation, "System.ReadOnlySpan`1") is not null;

    /// <summary>Whether the runtime library that a project references computes with hardware vectors.</summary>
    public static bool HasVectorsIn(Compilation compilation) => Find(compilation, "NeuralGen.PackedDense") is not null;

    /// <summary>A type that code of the project can use: packages bring internal copies of types that a framework lacks.</summary>
    private static INamedTypeSymbol? Find(Compilation compilation, string type) =>
        compilation.GetTypesByMetadataName(type).FirstOrDefault(candidate => compilation.IsSymbolAccessibleWithin(candidate, compilation.Assembly));
}
