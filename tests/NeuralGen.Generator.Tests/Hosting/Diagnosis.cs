using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>A project and what it must report: no more, no less, and nothing from the C# compiler.</summary>
internal sealed class Diagnosis
{
    private readonly List<Markup> _sources = [];
    private readonly List<Markup> _files = [];
    private readonly Dictionary<string, string> _links = [];
    private string _consumer = Consumer.Everything;
    private ImmutableArray<MetadataReference>? _references;

    /// <summary>Adds a file.</summary>
    public Diagnosis File(string path, string markup)
    {
        _files.Add(Markup.Read(path, markup));
        return this;
    }

    /// <summary>Adds a file that the project shows under another path.</summary>
    public Diagnosis LinkedFile(string path, string link, string markup)
    {
        _links[path] = link;
        return File(path, markup);
    }

    /// <summary>Adds a C# source, in which our namespace is imported.</summary>
    public Diagnosis Source(string markup, string path = "Source.cs")
    {
        _sources.Add(Markup.Read(path, markup));
        return this;
    }

    /// <summary>Replaces what the rest of the project does with the type <c>Net</c>.</summary>
    public Diagnosis UsedBy(string consumer)
    {
        _consumer = consumer;
        return this;
    }

    /// <summary>Says that the project has no type <c>Net</c> that it could use.</summary>
    public Diagnosis Unused() => UsedBy("");

    /// <summary>Replaces what the project references.</summary>
    public Diagnosis References(ImmutableArray<MetadataReference> references)
    {
        _references = references;
        return this;
    }

    /// <summary>The project reports the marked diagnostics with these messages, in the order of their places.</summary>
    public void Reports(params string[] messages)
    {
        ReportedPlace[] places = [.. ReportedPlace.Sort(_sources.Concat(_files).SelectMany(markup => markup.Places()), place => place)];
        string[] expected = [.. places.Select((place, index) => $"{place}: {messages.ElementAtOrDefault(index)}")];
        Assert.Equal(places.Length, messages.Length);
        Check(expected);
    }

    /// <summary>The project reports nothing at all.</summary>
    public void ReportsNothing() => Check([]);

    private void Check(string[] expected)
    {
        GeneratedProject project = Host().Run();
        ImmutableArray<Diagnostic> reported = WithoutNotes(project.Analyze());
        AssertSame(expected, reported);
        Assert.All(reported, diagnostic =>
        {
            Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
            Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, diagnostic.Descriptor.CustomTags);
        });
        AssertSame([], project.GeneratorDiagnostics);
        AssertSame([], project.CompilerDiagnostics);

        // Where a build leaves analyzers out, the generator says the same.
        AssertSame(expected, Host().Property("RunAnalyzers", "false").Run().GeneratorDiagnostics);
    }

    /// <summary>Notes are no problems; they have tests of their own.</summary>
    private static ImmutableArray<Diagnostic> WithoutNotes(ImmutableArray<Diagnostic> reported) =>
        [.. reported.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info)];

    private GeneratorHost Host()
    {
        GeneratorHost host = _references is { } references ? new GeneratorHost { References = references } : new GeneratorHost();
        host.Property("RootNamespace", "").Source("global using NeuralGen;", "Usings.cs").Source(_consumer, Consumer.Path);
        _sources.ForEach(source => host.Source(source.Text, source.Path));
        _files.ForEach(file => host.File(file.Path, file.Text));
        foreach ((string path, string link) in _links)
        {
            host.Link(path, link);
        }

        return host;
    }

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<Diagnostic> reported) => Assert.Equal(
        string.Join('\n', expected), string.Join('\n', ReportedPlace.Sort(reported, ReportedPlace.Of).Select(Describe)));

    private static string Describe(Diagnostic diagnostic) =>
        $"{ReportedPlace.Of(diagnostic)}: {diagnostic.Text()}";
}
