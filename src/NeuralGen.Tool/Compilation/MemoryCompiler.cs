using System.Globalization;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Compiler.Targets;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Models;

namespace NeuralGen.Tool.Compilation;

/// <summary>Compiles the generated code of a model in memory, and loads it.</summary>
internal static class MemoryCompiler
{
    /// <summary>The type that the code joins: its own name could be that of a type that code refers to.</summary>
    private const string TypeName = "CompiledNetworks.Net";

    /// <summary>Compiles a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="hasGradients">Whether there are losses and derivatives.</param>
    public static CompiledNetwork Compile(OpenModel model, bool hasGradients = false)
    {
        string? key = CodeCache.KeyOf(model, hasGradients);
        if (CodeCache.Find(key) is not { } assembly)
        {
            assembly = Emit(model, hasGradients);
            CodeCache.Keep(key, assembly);

            // The compiler's memory is larger than what most commands need afterwards.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        using MemoryStream stream = new(assembly);
        return new CompiledNetwork(new AssemblyLoadContext("NeuralGen.Compiled", isCollectible: false).LoadFromStream(stream), TypeName);
    }

    private static byte[] Emit(OpenModel model, bool hasGradients)
    {
        TargetType target = FileTarget.Of("Net.nn.json", model.Declaration with { Name = "Net", Namespace = "CompiledNetworks" }, "");
        IEnumerable<string> texts = GeneratedCode.Of(model, target, hasGradients).Select(file => file.Text).Append(DriverText.Of(model, TypeName));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "NeuralGen.Compiled" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
            texts.Select(text => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), GeneratedCode.ParseOptions)),
            References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        ResourceDescription[] resources = model.Weights is { File.Resource.Length: > 0 } weights
            ? [new ResourceDescription(weights.File.Resource, () => File.OpenRead(weights.File.Values), isPublic: true)]
            : [];
        using MemoryStream stream = new();
        EmitResult emitted = compilation.Emit(stream, manifestResources: resources);
        if (!emitted.Success)
        {
            Diagnostic error = emitted.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new ToolException($"{model.Path}: the generated code does not compile, which is a mistake of ours: {error}");
        }

        return stream.ToArray();
    }
}
