using System.Text;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.Compiler.Emission;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Compiler.Targets;
using NeuralGen.Generator.Analyzers;
using NeuralGen.Generator.Projects;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Incremental;

/// <summary>An editor that changes its mind is heard everywhere, and nothing half done is kept.</summary>
public class CancellationTests
{
    private const string Text = """{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[2]] } ], "tests": [ { "input": [1], "output": [2] } ] }""";

    private static readonly CancellationToken Cancelled = new(canceled: true);

    [Fact]
    public void Reading_stops_and_reads_again_later()
    {
        SourceText text = SourceText.From(Text, Encoding.UTF8);
        Assert.ThrowsAny<OperationCanceledException>(() => FileCache.Read(text, Cancelled));
        ReadFile file = FileCache.Read(text, default);
        Assert.False(file.Declaration.IsBroken);
        Assert.Same(file, FileCache.Read(text, default));
    }

    [Fact]
    public void Writing_stops()
    {
        GeneratedProject project = new GeneratorHost().File("net.nn.json", Text).Run();
        NetworkModel model = project.Model();
        TargetPlatform platform = new(true, true, true, true, true);
        Assert.NotEmpty(NetworkEmitter.Emit(model, platform, ProjectNetworks.MostCharacters, default));
        Assert.ThrowsAny<OperationCanceledException>(() => NetworkEmitter.Emit(model, platform, ProjectNetworks.MostCharacters, Cancelled));
    }

    [Fact]
    public void Analyzing_stops()
    {
        GeneratorHost host = new GeneratorHost().File("net.nn.json", Text);
        NetworkDiagnostics diagnostics = new(host.Compilation(), host.Files, host.Options, new CheckCache(), default);
        Assert.ThrowsAny<OperationCanceledException>(() => diagnostics.OfFile(host.Files[0], Cancelled));
        Assert.Empty(diagnostics.OfFile(host.Files[0], default));
    }
}
