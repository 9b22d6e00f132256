using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>
/// What a project on an old framework references that has no spans: a core library of its own, with what attributes need,
/// and our attributes compiled against it.
/// </summary>
internal static class SpanlessCore
{
    private const string Core = """
        namespace System
        {
            public class Object { public virtual string ToString() => null!; }
            public abstract class ValueType { }
            public abstract class Enum : ValueType { }
            public abstract class Array { }
            public sealed class String { }
            public struct Void { }
            public struct Boolean { }
            public struct Byte { }
            public struct Int32 { }
            public struct Single { }
            public struct Double { }
            public struct Nullable<T> where T : struct { }
            public abstract class Delegate { }
            public abstract class MulticastDelegate : Delegate { }
            public class Type { }
            public class Attribute { }
            public sealed class CLSCompliantAttribute : Attribute { public CLSCompliantAttribute(bool isCompliant) { } }
            public sealed class ParamArrayAttribute : Attribute { }
            public enum AttributeTargets { Class = 4, Struct = 8, All = 32767 }
            public sealed class AttributeUsageAttribute : Attribute
            {
                public AttributeUsageAttribute(AttributeTargets targets) { }
                public bool AllowMultiple { get; set; }
                public bool Inherited { get; set; }
            }
        }
        """;

    /// <summary>The references.</summary>
    public static ImmutableArray<MetadataReference> References { get; } = Build();

    private static ImmutableArray<MetadataReference> Build()
    {
        CSharpCompilation core = Compile("Core", [Core], []);
        string folder = Path.Combine(SourceFolder.Root, "src", "NeuralGen");
        IEnumerable<string> files = Directory.EnumerateFiles(Path.Combine(folder, "Attributes"))
            .Concat(new[] { "Activation.cs", "ElementType.cs", "Emission.cs", "LossFunction.cs", "PadMode.cs", "PaddingMode.cs", "Precision.cs", "Reduction.cs", "ResizeMode.cs", "WeightLayout.cs" }.Select(file => Path.Combine(folder, file)));
        CSharpCompilation attributes = Compile("NeuralGen", [.. files.Select(File.ReadAllText), "global using System;"], [core.ToMetadataReference()]);
        return [core.ToMetadataReference(), attributes.ToMetadataReference()];
    }

    private static CSharpCompilation Compile(string name, IEnumerable<string> sources, IEnumerable<MetadataReference> references)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            sources.Select(source => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest))),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }
}
