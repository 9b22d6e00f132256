using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>What projects reference that do not reference our library as it is now.</summary>
internal static class OtherLibrary
{
    /// <summary>The framework alone.</summary>
    public static ImmutableArray<MetadataReference> Missing { get; } =
        [.. new GeneratorHost().References.Where(reference => !reference.Display!.EndsWith("NeuralGen.dll", StringComparison.Ordinal))];

    /// <summary>A library of an older version, which has the attribute and little else.</summary>
    public static ImmutableArray<MetadataReference> Outdated { get; } = Library("0.0.1.0");

    /// <summary>A library of a version, which has the attribute and little else.</summary>
    public static ImmutableArray<MetadataReference> Library(string version)
    {
        CSharpCompilation library = CSharpCompilation.Create(
            "NeuralGen",
            [CSharpSyntaxTree.ParseText($$"""
                [assembly: System.Reflection.AssemblyVersion("{{version}}")]
                namespace NeuralGen
                {
                    public sealed class NeuralNetworkAttribute : System.Attribute { public int Inputs { get; set; } }
                    public sealed class DenseAttribute(int units) : System.Attribute { public int Units => units; public double[]? Weights { get; set; } }
                    public interface INeuralNetwork<TSelf, T> { }
                }
                """)],
            Missing,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(library.GetDiagnostics());
        return [.. Missing, library.ToMetadataReference()];
    }
}
