using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NeuralGen.Generator.Emission;

/// <summary>What the project offers to generated code, probed member by member and never guessed from a framework's name.</summary>
/// <param name="HasSpan">Whether spans exist.</param>
/// <param name="HasMathF">Whether <c>MathF</c> exists.</param>
/// <param name="HasConstantSpans">Whether the compiler turns arrays of numbers into spans over constant data.</param>
/// <param name="HasStaticInterface">Whether the interface with static members exists and the language knows it.</param>
/// <param name="HasNullable">Whether the language knows nullable annotations.</param>
internal sealed record TargetPlatform(bool HasSpan, bool HasMathF, bool HasConstantSpans, bool HasStaticInterface, bool HasNullable)
{
    /// <summary>The version of C# that has static members in interfaces; older than what we compile against.</summary>
    private const int CSharp11 = 1100;

    /// <summary>Probes a project.</summary>
    public static TargetPlatform Of(Compilation compilation)
    {
        int language = (int)((compilation as CSharpCompilation)?.LanguageVersion ?? LanguageVersion.CSharp7_3);
        bool hasCreateSpan = compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.RuntimeHelpers")?
            .GetMembers("CreateSpan").Length > 0;
        return new TargetPlatform(
            compilation.GetTypeByMetadataName("System.ReadOnlySpan`1") is not null,
            compilation.GetTypeByMetadataName("System.MathF") is not null,
            hasCreateSpan,
            compilation.GetTypeByMetadataName("NeuralGen.INeuralNetwork`2") is not null && language >= CSharp11,
            language >= (int)LanguageVersion.CSharp8);
    }
}
