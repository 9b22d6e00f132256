using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NeuralGen.Generator.Declarations;

namespace NeuralGen.Generator.Emission;

/// <summary>What the project offers to generated code, probed member by member and never guessed from a framework's name.</summary>
/// <param name="HasSpan">Whether spans exist.</param>
/// <param name="HasMathF">Whether <c>MathF</c> exists.</param>
/// <param name="HasConstantSpans">Whether the compiler turns arrays of numbers into spans over constant data.</param>
/// <param name="HasStaticInterface">Whether the interface with static members exists and the language knows it.</param>
/// <param name="HasNullable">Whether the language knows nullable annotations.</param>
/// <param name="HasVectors">Whether the runtime library computes with hardware vectors.</param>
/// <param name="HasMaxNative">Whether numbers have a maximum in one instruction.</param>
/// <param name="HasVectorEstimates">Whether the framework's vectors have products with sums, and maxima, in one instruction.</param>
/// <param name="HasBase64">Whether bytes can be written as base64 in UTF-8, and read back.</param>
/// <param name="HasLibrary">Whether the runtime library has what generated code calls.</param>
/// <param name="HasGradients">Whether networks that do not say it themselves have members for the loss and derivatives.</param>
internal sealed record TargetPlatform(bool HasSpan, bool HasMathF, bool HasConstantSpans, bool HasStaticInterface, bool HasNullable,
    bool HasVectors = false, bool HasMaxNative = false, bool HasVectorEstimates = false, bool HasBase64 = false, bool HasLibrary = true, bool HasGradients = true)
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
            hasLibrary);
    }

    /// <summary>Whether spans exist, without which there is nothing to generate.</summary>
    public static bool HasSpans(Compilation compilation) => Find(compilation, "System.ReadOnlySpan`1") is not null;

    /// <summary>Whether the runtime library that a project references computes with hardware vectors.</summary>
    public static bool HasVectorsIn(Compilation compilation) => Find(compilation, "NeuralGen.PackedDense") is not null;

    /// <summary>A type that code of the project can use: packages bring internal copies of types that a framework lacks.</summary>
    private static INamedTypeSymbol? Find(Compilation compilation, string type) =>
        compilation.GetTypesByMetadataName(type).FirstOrDefault(candidate => compilation.IsSymbolAccessibleWithin(candidate, compilation.Assembly));
}
