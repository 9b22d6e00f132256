using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using NeuralGen.Compiler.Networks;
using NeuralGen.Generator;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Import.Tests.Models;

/// <summary>The text of an imported network in single precision, compiled in memory.</summary>
internal static class CompiledModel
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(NeuralNetworkAttribute).Assembly.Location),
    ];

    /// <summary>Compiles a network.</summary>
    /// <param name="text">Its text, which calls it <c>Net</c>.</param>
    /// <param name="network">The network, for its inputs and outputs.</param>
    public static TensorDriver Of(string text, Network network)
    {
        string driver = TensorDriver.Text(
            "Net", "float", [.. network.Inputs.Select(input => (input.Type, input.Size))], [.. network.OutputTensors.Select(output => (network.Tensors[output].Type, network.Tensors[output].Size))], null);

        // Not every model has batches.
        int start = driver.IndexOf("    public static double[][] PredictBatch", StringComparison.Ordinal);
        driver = driver.Remove(start, driver.IndexOf("    private static float[] Tofloat", StringComparison.Ordinal) - start);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Imported" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture), [CSharpSyntaxTree.ParseText(driver)], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        GeneratorDriver generator = CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()], [new MemoryText("/obj/Net.nn.json", text)], null, new BuildProperties(new Dictionary<string, string>(), new Dictionary<string, IReadOnlyDictionary<string, string>>()));
        generator.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        using MemoryStream stream = new();
        EmitResult emitted = output.Emit(stream);
        Assert.Empty(emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        stream.Position = 0;
        return new TensorDriver(new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream), "Net");
    }
}
