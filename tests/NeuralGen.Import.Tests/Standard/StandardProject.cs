using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.Generator;
using NeuralGen.Generator.Tests.Hosting;
using NeuralGen.Import.Graphs;

namespace NeuralGen.Import.Tests.Standard;

/// <summary>A project of many imported networks, which are compiled at once.</summary>
internal static class StandardProject
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) == "netstandard.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(NeuralNetworkAttribute).Assembly.Location),
    ];

    /// <summary>Compiles networks; those that cannot be compiled are noted, and the others compiled without them.</summary>
    public static Assembly? Compile(List<PreparedTest> tests)
    {
        while (tests.Count > 0)
        {
            CSharpParseOptions parsing = new(LanguageVersion.Latest);
            CSharpCompilation compilation = CSharpCompilation.Create(
                "Standard" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
                tests.Select(test => CSharpSyntaxTree.ParseText(SourceText.From(test.Driver ?? Driver(test)), parsing, test.Class + "Driver.cs")),
                References,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
            GeneratorDriver driver = CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], [.. tests.SelectMany(Files)], parsing, new BuildProperties(
                new Dictionary<string, string> { ["build_property.RootNamespace"] = "Project" }, new Dictionary<string, IReadOnlyDictionary<string, string>>()));
            driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> reported);
            using MemoryStream stream = new();
            EmitResult emitted = output.Emit(stream, manifestResources: tests.Select(test => test.Resource).OfType<(string Name, byte[] Bytes)>().DistinctBy(resource => resource.Name)
                .Select(resource => new ResourceDescription(resource.Name, () => new MemoryStream(resource.Bytes), isPublic: true)));
            if (emitted.Success)
            {
                stream.Position = 0;
                return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream);
            }

            Diagnostic[] errors = [.. emitted.Diagnostics.Concat(reported).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
            PreparedTest[] broken = [.. tests.Where(test => errors.Any(error => IsOf(error, test)))];
            broken = broken.Length > 0 ? broken : [.. tests];
            foreach (PreparedTest test in broken)
            {
                test.End(StandardOutcome.Crashed, errors.FirstOrDefault(error => IsOf(error, test), errors[0]).ToString());
                tests.Remove(test);
            }
        }

        return null;
    }

    private static bool IsOf(Diagnostic error, PreparedTest test) =>
        Path.GetFileName(error.Location.GetLineSpan().Path ?? "") is { } file && (file.StartsWith(test.Class + ".", StringComparison.Ordinal) || file.StartsWith("Project." + test.Class + ".", StringComparison.Ordinal) || file.StartsWith(test.Class + "Driver", StringComparison.Ordinal));

    private static IEnumerable<AdditionalText> Files(PreparedTest test)
    {
        yield return new MemoryText($"/obj/{test.Class}.nn.json", test.Network);
        if (test.Facts is { } facts)
        {
            yield return new MemoryText($"/obj/{test.Class}.safetensors.facts.json", facts);
        }
    }

    /// <summary>Reflection cannot pass spans.</summary>
    private static string Driver(PreparedTest test)
    {
        string isDouble = test.Network.Contains("\"precision\": \"double\"", StringComparison.Ordinal) ? "double" : "float";
        string Name(ElementKind kind) => kind.Word() is { } word and not "float" ? word : isDouble;
        IEnumerable<string> inputs = test.Passed.Select((input, i) => $"({Name(test.Kinds.Inputs[input])}[])x[{i}]");
        IEnumerable<string> outputs = test.Kinds.Outputs.Select((kind, i) => $"({Name(kind)}[])y[{i}]");
        return $$"""
            namespace Project;

            public static class {{test.Class}}Driver
            {
                public static void Run(System.Array[] x, System.Array[] y) => {{test.Class}}.Predict({{string.Join(", ", inputs.Concat(outputs))}});
            }
            """;
    }
}
