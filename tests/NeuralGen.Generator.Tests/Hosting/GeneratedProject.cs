using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using NeuralGen.Compiler.Emission;
using Xunit.Sdk;

namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>What became of a project.</summary>
internal sealed class GeneratedProject(
    GeneratorHost host, CSharpCompilation compilation, GeneratorDriverRunResult result, ImmutableArray<Diagnostic> generatorDiagnostics)
{
    /// <summary>The project with its generated files.</summary>
    public CSharpCompilation Compilation => compilation;

    /// <summary>What the generator did, stage by stage.</summary>
    public GeneratorDriverRunResult Result => result;

    /// <summary>What the generator itself reported.</summary>
    public ImmutableArray<Diagnostic> GeneratorDiagnostics => generatorDiagnostics;

    /// <summary>The generated files by name.</summary>
    public IReadOnlyDictionary<string, string> Generated { get; } =
        result.GeneratedTrees.ToDictionary(tree => Path.GetFileName(tree.FilePath), tree => tree.ToString());

    /// <summary>What the code of the only network that a file declares is written from.</summary>
    public NetworkModel Model() => (NetworkModel)result.Results[0].TrackedSteps[TrackingNames.ModelsOfFiles].Single().Outputs.Single().Value;

    /// <summary>All files of a network, one behind the other.</summary>
    public string Code(string type) => string.Concat(Generated
        .Where(file => file.Key.StartsWith(type + ".", StringComparison.Ordinal))
        .OrderBy(file => file.Key.Length)
        .Select(file => file.Value));

    /// <summary>Warnings and errors of the C# compiler.</summary>
    public ImmutableArray<Diagnostic> CompilerDiagnostics =>
        [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>What our analyzers report.</summary>
    public ImmutableArray<Diagnostic> Analyze() => host.Analyze(compilation);

    /// <summary>Compiles and loads the project, which must be free of warnings.</summary>
    public Assembly Load() => Load(new AssemblyLoadContext(null, isCollectible: true));

    /// <summary>The same, with a context that says where referenced libraries are.</summary>
    public Assembly Load(AssemblyLoadContext context)
    {
        using MemoryStream stream = new();
        EmitResult emitted = compilation.Emit(stream, manifestResources: host.Resources.Select(resource => new ResourceDescription(resource.Name, () => new MemoryStream(resource.Bytes), isPublic: true)));
        Diagnostic[] reported = [.. generatorDiagnostics, .. emitted.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
        if (!emitted.Success || reported.Length > 0)
        {
            throw new XunitException(string.Join(Environment.NewLine, reported.Take(20).Select(diagnostic => diagnostic.ToString())));
        }

        stream.Position = 0;
        return context.LoadFromStream(stream);
    }

    /// <summary>A network of the loaded project.</summary>
    public CompiledNetwork Network(string type) => new(Load().GetType(type, throwOnError: true)!);
}
