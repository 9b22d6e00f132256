using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.CodeFixes;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.CodeFixes;

/// <summary>A project open in an editor: our analyzers mark it, and a fix of ours is applied to it.</summary>
internal sealed class CodeFixHost : IDisposable
{
    private readonly CodeFixProvider _provider;
    private readonly AdhocWorkspace _workspace = new();
    private readonly Project _project;

    public CodeFixHost(string source)
        : this(new MakePartialCodeFix(), LanguageVersion.Latest, ("Source.cs", source))
    {
    }

    /// <param name="provider">The fix.</param>
    /// <param name="version">The version of C#.</param>
    /// <param name="texts">The sources and files, by their paths; <see cref="FixOf"/> tells the two apart.</param>
    public CodeFixHost(CodeFixProvider provider, LanguageVersion version, params (string Path, string Text)[] texts)
    {
        _provider = provider;
        GeneratorHost host = FixOf.Host(version, texts);
        _project = _workspace.AddProject("Project", LanguageNames.CSharp)
            .WithMetadataReferences(host.References)
            .WithParseOptions(host.ParseOptions)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        foreach ((string path, string text) in texts)
        {
            TextDocument added = FixOf.IsSource(path)
                ? _project.AddDocument(path, SourceText.From(text), filePath: path)
                : _project.AddAdditionalDocument(path, SourceText.From(text), filePath: path);
            _project = added.Project;
        }

        foreach (SyntaxTree tree in host.Run().Result.GeneratedTrees)
        {
            _project = _project.AddDocument(tree.FilePath, tree.GetText(), filePath: tree.FilePath).Project;
        }

        Compilation compilation = _project.GetCompilationAsync().GetAwaiter().GetResult()!;
        Diagnostics = [.. host.Analyze(compilation).Where(diagnostic => _provider.FixableDiagnosticIds.Contains(diagnostic.Id))];
    }

    /// <summary>What the fix is for.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    private IEnumerable<TextDocument> Documents => _project.Documents.Concat(_project.AdditionalDocuments);

    /// <summary>The numbers of our rules that a source breaks.</summary>
    public static IEnumerable<string> Analyze(string source) =>
        new GeneratorHost().Source(source).Run().Analyze().Select(diagnostic => diagnostic.Id);

    /// <summary>What the light bulb offers at a place, with all that is wrong there.</summary>
    public IReadOnlyList<(CodeAction Action, ImmutableArray<Diagnostic> Diagnostics)> Offers(TextSpan place) =>
        Offers([.. Diagnostics.Where(diagnostic => diagnostic.Location.SourceSpan == place)]);

    /// <summary>What the light bulb offers for diagnostics in one place.</summary>
    public IReadOnlyList<(CodeAction Action, ImmutableArray<Diagnostic> Diagnostics)> Offers(params ImmutableArray<Diagnostic> diagnostics)
    {
        List<(CodeAction Action, ImmutableArray<Diagnostic> Diagnostics)> offers = [];
        CodeFixContext context = new(
            DocumentOf(diagnostics[0]),
            diagnostics[0].Location.SourceSpan,
            diagnostics,
            (action, answered) => offers.Add((action, answered)),
            CancellationToken.None);
        _provider.RegisterCodeFixesAsync(context).GetAwaiter().GetResult();
        return offers;
    }

    /// <summary>The text after the only action at the only marked place.</summary>
    public string Fix() => Apply(Assert.Single(Offers(Assert.Single(Diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan).Distinct()))).Action)["Source.cs"];

    /// <summary>The text after fixing all of the document, starting from one place.</summary>
    public string FixAll(CodeAction start, params string[] rules) => FixAll(FixAllScope.Document, DocumentOf(Diagnostics[0]), start, rules)["Source.cs"];

    /// <summary>The texts after fixing all, starting from one place of a document.</summary>
    public IReadOnlyDictionary<string, string> FixAll(FixAllScope scope, TextDocument document, CodeAction start, params string[] rules)
    {
        // As in an editor: nobody is told the document of an action in anything but C#.
        KnownDiagnostics diagnostics = new(Diagnostics);
        FixAllContext context = document is Document source
            ? new FixAllContext(source, _provider, scope, start.EquivalenceKey!, rules, diagnostics, CancellationToken.None)
            : new FixAllContext(_project, _provider, scope, start.EquivalenceKey!, rules, diagnostics, CancellationToken.None);
        return Apply(_provider.GetFixAllProvider()!.GetFixAsync(context).GetAwaiter().GetResult()!);
    }

    /// <summary>The document that a diagnostic is about.</summary>
    public TextDocument DocumentOf(Diagnostic diagnostic) => Documents.Single(document => document.FilePath == diagnostic.Location.GetLineSpan().Path);

    /// <summary>The texts after an action, by their paths.</summary>
    public IReadOnlyDictionary<string, string> Apply(CodeAction action)
    {
        ApplyChangesOperation operation = Assert.Single(
            action.GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult().OfType<ApplyChangesOperation>());
        Project changed = operation.ChangedSolution.GetProject(_project.Id)!;
        return Documents
            .Select(document => changed.GetDocument(document.Id) ?? changed.GetAdditionalDocument(document.Id)!)
            .ToDictionary(document => document.FilePath!, document => document.GetTextAsync().GetAwaiter().GetResult().ToString());
    }

    public void Dispose() => _workspace.Dispose();
}
