using System.IO.Compression;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests;

/// <summary>The assemblies that a compiler loads from the package, with the oldest Roslyn that they are made for.</summary>
[Collection(SharedPackage.Name)]
public sealed class AnalyzerFolderTests(PackedPackage package)
{
    private const string Folder = "analyzers/dotnet/cs";

    [Fact]
    public void Both_assemblies_load_from_their_folder_and_write_a_network()
    {
        string folder = Path.Combine(package.Folder, "extracted");
        ZipFile.ExtractToDirectory(package.File, folder, overwriteFiles: true);
        FolderContext context = new(Path.Combine(folder, Folder));
        Assembly host = context.LoadFromAssemblyName(new AssemblyName("NeuralGen.Generator"));
        IIncrementalGenerator generator = (IIncrementalGenerator)Activator.CreateInstance(host.GetType("NeuralGen.Generator.NetworkGenerator", throwOnError: true)!)!;

        CSharpCompilation compilation = CSharpCompilation.Create(
            "Consumer",
            [CSharpSyntaxTree.ParseText("[NeuralGen.NeuralNetwork(Inputs = 1)] [NeuralGen.Dense(1, Weights = new double[] { 2 })] public partial class Net { }")],
            [
                .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                    .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
                    .Select(path => MetadataReference.CreateFromFile(path)),
                MetadataReference.CreateFromFile(Path.Combine(folder, "lib", "net8.0", "NeuralGen.dll")),
            ],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        GeneratorDriverRunResult result = CSharpGeneratorDriver.Create(generator).RunGenerators(compilation).GetRunResult();

        Assert.Empty(result.Diagnostics);
        Assert.Contains(result.GeneratedTrees, tree => tree.ToString().Contains("float Predict(", StringComparison.Ordinal));
        string[] loaded = [.. context.Assemblies.Select(assembly => assembly.GetName().Name!).Order(StringComparer.Ordinal)];
        Assert.Equal(["NeuralGen.Compiler", "NeuralGen.Generator"], loaded);
    }
}
