using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.Generator.Analyzers;

namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>
/// A project in memory: C# sources and additional files go in; generated files, diagnostics and a loaded assembly come out.
/// </summary>
internal sealed class GeneratorHost
{
    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) == "netstandard.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(NeuralNetworkAttribute).Assembly.Location),
    ];

    private readonly List<(string Path, string Text)> _sources = [];
    private readonly List<AdditionalText> _files = [];
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _metadata = [];
    private readonly List<(string Name, byte[] Bytes)> _resources = [];
    private readonly Dictionary<string, string> _properties = new() { ["build_property.RootNamespace"] = "Project" };

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    /// <summary>Whether arithmetic that says nothing else throws when a number is too large.</summary>
    public bool ChecksOverflow { get; init; }

    /// <summary>Whether sources may have unsafe code.</summary>
    public bool AllowsUnsafe { get; init; }

    public ImmutableArray<MetadataReference> References { get; init; } = Framework;

    /// <summary>What analyzers know of networks; shared by all tests, as by all projects of an editor.</summary>
    public CheckCache Checks { get; init; } = CheckCache.Shared;

    /// <summary>Whether the project is a library or a program.</summary>
    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    public IReadOnlyList<AdditionalText> Files => _files;

    /// <summary>What the assembly holds beside its code.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Resources => _resources;

    public CSharpParseOptions ParseOptions => new(LanguageVersion);

    public AnalyzerConfigOptionsProvider Options => new BuildProperties(_properties, _metadata);

    public GeneratorHost Source(string text, string path = "Source.cs")
    {
        _sources.Add((path, text));
        return this;
    }

    public GeneratorHost File(string path, string text)
    {
        _files.Add(new MemoryText(path, text));
        return this;
    }

    public GeneratorHost UnreadableFile(string path)
    {
        _files.Add(new MemoryText(path, null));
        return this;
    }

    public GeneratorHost Resource(string name, byte[] bytes)
    {
        _resources.Add((name, bytes));
        return this;
    }

    /// <summary>Shows a file under another path, by <c>Link</c> metadata.</summary>
    public GeneratorHost Link(string path, string link)
    {
        _metadata[path] = new Dictionary<string, string> { ["build_metadata.AdditionalFiles.Link"] = link };
        return this;
    }

    public GeneratorHost Property(string name, string value)
    {
        _properties["build_property." + name] = value;
        return this;
    }

    public CSharpCompilation Compilation() => CSharpCompilation.Create(
        "Project" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
        _sources.Select(source => CSharpSyntaxTree.ParseText(SourceText.From(source.Text), ParseOptions, source.Path)),
        References,
        new CSharpCompilationOptions(OutputKind, optimizationLevel: OptimizationLevel.Release, checkOverflow: ChecksOverflow, allowUnsafe: AllowsUnsafe, nullableContextOptions: LanguageVersion >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable));

    public CSharpGeneratorDriver Driver() => (CSharpGeneratorDriver)CSharpGeneratorDriver.Create(
        [new NetworkGenerator().AsSourceGenerator()],
        _files,
        ParseOptions,
        Options,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public GeneratedProject Run()
    {
        GeneratorDriver driver = Driver().RunGeneratorsAndUpdateCompilation(Compilation(), out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        return new GeneratedProject(this, (CSharpCompilation)output, driver.GetRunResult(), diagnostics);
    }

    /// <summary>What our analyzers say of a compilation, each diagnostic once, in the order of places.</summary>
    public ImmutableArray<Diagnostic> Analyze(Compilation compilation)
    {
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([.. _files], Options), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        ImmutableArray<DiagnosticAnalyzer> analyzers =
        [
            .. typeof(NetworkAnalyzer).Assembly.GetTypes()
                .Where(type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
                .Select(type => type == typeof(NetworkAnalyzer) ? new NetworkAnalyzer(Checks) : (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
        ImmutableArray<Diagnostic> found = new CompilationWithAnalyzers(compilation, analyzers, options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return
        [
            .. found
                .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }
}
