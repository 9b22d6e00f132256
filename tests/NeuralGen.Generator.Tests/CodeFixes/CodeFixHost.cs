using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.CodeFixes;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.CodeFixes;

/// <summary>A document open in an editor: our analyzers mark it, and their fixes are applied to it.</summary>
internal sealed class CodeFixHost : IDisposable
{
    private readonly GeneratorHost _host = new();
    private readonly MakePartialCodeFix _provider = new();
    private readonly AdhocWorkspace _workspace = new();
    private readonly Document _document;

    public CodeFixHost(string source)
    {
        Project project = _workspace.AddProject("Project", LanguageNames.CSharp)
            .WithMetadataReferences(_host.References)
            .WithParseOptions(_host.ParseOptions)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        _document = project.AddDocument("Source.cs", SourceText.From(source), filePath: "Source.cs");
        Diagnostics = Analyze();
    }

    /// <summary>What the fixes are for.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The numbers of our rules that a source breaks.</summary>
    public static IEnumerable<string> Analyze(string source) =>
        new GeneratorHost().Source(source).Run().Analyze().Select(diagnostic => diagnostic.Id);

    /// <summary>What the light bulb offers at a place, with all that is wrong there.</summary>
    public IReadOnlyList<(CodeAction Action, ImmutableArray<Diagnostic> Diagnostics)> Offers(TextSpan place)
    {
        List<(CodeAction Action, ImmutableArray<Diagnostic> Diagnostics)> offers = [];
        CodeFixContext context = new(
            _document,
            place,
            [.. Diagnostics.Where(diagnostic => diagnostic.Location.SourceSpan == place)],
            (action, diagnostics) => offers.Add((action, diagnostics)),
            CancellationToken.None);
        _provider.RegisterCodeFixesAsync(context).GetAwaiter().GetResult();
        return offers;
    }

    /// <summary>The text after the only action at the only marked place.</summary>
    public string Fix() => Apply(Assert.Single(Offers(Assert.Single(Diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan).Distinct()))).Action);

    /// <summary>The text after fixing all of the document, starting from one place.</summary>
    public string FixAll(CodeAction start, params string[] rules)
    {
        FixAllContext context = new(
            _document, _provider, FixAllScope.Document, start.EquivalenceKey!, rules, new KnownDiagnostics(Diagnostics), CancellationToken.None);
        return Apply(_provider.GetFixAllProvider().GetFixAsync(context).GetAwaiter().GetResult()!);
    }

    public void Dispose() => _workspace.Dispose();

    private ImmutableArray<Diagnostic> Analyze()
    {
        Compilation compilation = _document.Project.GetCompilationAsync().GetAwaiter().GetResult()!;
        return [.. _host.Analyze(compilation).Where(diagnostic => _provider.FixableDiagnosticIds.Contains(diagnostic.Id))];
    }

    private string Apply(CodeAction action)
    {
        ApplyChangesOperation operation = Assert.Single(
            action.GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult().OfType<ApplyChangesOperation>());
        return operation.ChangedSolution.GetDocument(_document.Id)!.GetTextAsync().GetAwaiter().GetResult().ToString();
    }
}
