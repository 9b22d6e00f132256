using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Analyzers;
using NeuralGen.Generator.Projects;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Analyzers;

/// <summary>A network is bound and tested again when something changes that its problems depend on, and only then.</summary>
public class CheckCacheTests
{
    private const string Sound = """{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[2]] } ], "tests": [ { "input": [1], "output": [2] } ] }""";

    private readonly CheckCache _checks = new();

    [Fact]
    public void An_edit_elsewhere_checks_no_network_again()
    {
        const string Attributed = """
            using NeuralGen;
            [NeuralNetwork(Inputs = 1)] [Dense(1, Weights = [2])] public static partial class Bank;
            [NeuralNetwork("linked.nn.json")] public static partial class Linked;
            """;
        GeneratorHost host = Host().Source(Attributed).File("/p/linked.nn.json", Sound).File("/p/alone.nn.json", Sound);
        CSharpCompilation compilation = host.Run().Compilation;
        Assert.Empty(host.Analyze(compilation));
        Assert.Equal(3, _checks.Runs);
        Assert.Empty(host.Analyze(Edited(compilation, "Other.cs", "class Other { int x; }")));
        Assert.Empty(host.Analyze(Edited(compilation, "Source.cs", "// moved\n" + Attributed)));
        Assert.Equal(3, _checks.Runs);
    }

    [Theory]
    [InlineData("[[2]]", "[[3]]", "NEURAL0208", 2)]
    [InlineData("\"output\": [2]", "\"output\": [3]", "NEURAL0208", 2)]
    [InlineData("\"output\": [2]", "\"output\": [2, 3]", "NEURAL0111", 2)]
    [InlineData("\"inputs\": 1", "\"inputs\": 2", "NEURAL0101", 2)]
    [InlineData("\"inputs\": 1", "\"inputs\": 1, \"precision\": \"double\"", "", 2)]
    [InlineData("[[2]]", "[[2.0]]", "", 1)]
    [InlineData(" ", "\n\t", "", 1)]
    public void A_changed_file_is_checked_again_when_its_values_change(string before, string after, string expected, int runs)
    {
        Assert.Empty(Problems(Host().File("net.nn.json", Sound)));
        string[] found = Problems(Host().File("net.nn.json", Sound.Replace(before, after, StringComparison.Ordinal)));
        Assert.Equal(expected, string.Join(' ', found.Select(problem => problem[^10..]).Distinct()).Split(' ')[0]);
        Assert.Equal(runs, _checks.Runs);
        Assert.Empty(Problems(Host().File("net.nn.json", Sound)));
        Assert.Equal(runs, _checks.Runs);
    }

    [Fact]
    public void A_link_to_another_file_is_followed()
    {
        const string Source = """[NeuralGen.NeuralNetwork("a.nn.json")] public static partial class Net;""";
        GeneratorHost Files() => Host().File("/p/a.nn.json", Sound).File("/p/b.nn.json", Sound.Replace("[[2]]", "[[3]]", StringComparison.Ordinal)).Property("RootNamespace", "");
        Assert.Equal(["/p/b.nn.json(1,107)-(1,108): NEURAL0208"], Problems(Files().Source(Source)));
        Assert.Equal(2, _checks.Runs);
        Assert.Equal(["/p/b.nn.json(1,107)-(1,108): NEURAL0208"], Problems(Files().Source(Source.Replace("a.nn", "b.nn", StringComparison.Ordinal))));
        Assert.Equal(4, _checks.Runs);
    }

    [Fact]
    public void The_type_counts()
    {
        const string Type = """[NeuralGen.NeuralNetwork("net.nn.json")] public partial class Net { }""";
        GeneratorHost Net(string type) => Host().Source(type).File("net.nn.json", Sound.Replace("{ \"inputs\"", "{ \"trainable\": true, \"inputs\"", StringComparison.Ordinal));
        Assert.Empty(Problems(Net(Type)));
        Assert.Equal(["Source.cs(1,63)-(1,66): NEURAL0011"], Problems(Net(Type.Replace("{ }", "{ public int Save; }", StringComparison.Ordinal))));
        Assert.Equal(2, _checks.Runs);
    }

    [Fact]
    public void The_runtime_library_counts()
    {
        NetworkCheck check = Check("Net", 1);
        _checks.Problems(check, default);
        _checks.Problems(check with { HasVectors = false }, default);
        _checks.Problems(check with { IsBroken = true }, default);
        Assert.Equal(3, _checks.Runs);
    }

    [Fact]
    public void Positions_are_those_of_the_present_texts()
    {
        const string Broken = """{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[2, 3]] } ] }""";
        const string Type = "[NeuralGen.NeuralNetwork(Inputs = 1)] [NeuralGen.Dense(1, Weights = [2, 3])] public static partial class Typed;";
        string[] before = Problems(Host().File("net.nn.json", Broken).Source(Type));
        int runs = _checks.Runs;
        string[] after = Problems(Host().File("net.nn.json", "\n\n" + Broken).Source("\n\n" + Type));
        Assert.Equal(2, before.Length);
        Assert.Equal(before.Select(problem => problem.Replace("(1,", "(3,", StringComparison.Ordinal)), after);
        Assert.Equal(runs, _checks.Runs);
    }

    [Fact]
    public void Many_threads_find_the_same()
    {
        string broken = Sound.Replace("[[2]]", "[[3]]", StringComparison.Ordinal);
        GeneratorHost host = Host();
        for (int i = 0; i < 20; i++)
        {
            host.File($"net{i}.nn.json", broken);
        }

        CSharpCompilation compilation = host.Run().Compilation;
        string expected = string.Join('\n', host.Analyze(compilation));
        Assert.Equal(20, expected.Split('\n').Length);
        Parallel.For(0, 8, turn => Assert.Equal(expected, string.Join('\n', host.Analyze(Edited(compilation, "Other.cs", $"class Other {{ int x{turn}; }}")))));
        Assert.Equal(20, _checks.Runs);
    }

    [Fact]
    public void What_was_not_used_for_long_and_old_versions_are_forgotten()
    {
        CheckCache small = new(mostNumbers: 2000);
        for (int i = 0; i < 20; i++)
        {
            small.Problems(Check($"Net{i}", 1), default);
        }

        Assert.InRange(small.Count, 2, 8);
        small.Problems(Check("Net19", 1), default);
        Assert.Equal(20, small.Runs);
        small.Problems(Check("Net0", 1), default);
        Assert.Equal(21, small.Runs);
        for (int i = 0; i < 20; i++)
        {
            _checks.Problems(Check("Net", i), default);
        }

        Assert.Equal(4, _checks.Count);
    }

    [Fact]
    public void A_check_that_was_stopped_is_run_again()
    {
        NetworkCheck check = Check("Net", 1) with { File = FileCache.Read(SourceText.From(Sound, Encoding.UTF8), default).Declaration };
        Assert.ThrowsAny<OperationCanceledException>(() => _checks.Problems(check, new CancellationToken(canceled: true)));
        Assert.Equal(0, _checks.Count);
        Assert.Empty(_checks.Problems(check, default));
        Assert.Equal(1, _checks.Count);
    }

    [Fact]
    public void Nothing_keeps_a_compilation_or_a_text_alive()
    {
        WeakReference[] references = Analyzed();
        for (int turn = 0; turn < 20 && references.Any(reference => reference.IsAlive); turn++)
        {
            // The compiler's own threads may still hold what they looked at last.
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Sleep(50);
        }

        Assert.Equal(2, _checks.Count);
        Assert.All(references, reference => Assert.False(reference.IsAlive));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private WeakReference[] Analyzed()
    {
        GeneratorHost host = Host()
            .Source("[NeuralGen.NeuralNetwork(Inputs = 1)] [NeuralGen.Dense(1, Weights = [2, 3])] public static partial class Typed;")
            .File("net.nn.json", Sound.Replace("[[2]]", "[[3]]", StringComparison.Ordinal));
        CSharpCompilation compilation = host.Run().Compilation;
        Assert.Equal(2, host.Analyze(compilation).Length);
        return [new(compilation), new(compilation.SyntaxTrees[0]), new(host.Files[0].GetText()), new(compilation.GetTypeByMetadataName("Typed"))];
    }

    private static NetworkCheck Check(string type, int seed)
    {
        NetworkDeclaration declaration = new() { Name = type, Seed = seed };
        return new NetworkCheck(type, null, declaration, type + ".nn.json", FileTarget.Of(type + ".nn.json", declaration, ""), true, false);
    }

    private static CSharpCompilation Edited(CSharpCompilation compilation, string path, string text)
    {
        SyntaxTree tree = compilation.SyntaxTrees.First(candidate => candidate.FilePath == path);
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(SourceText.From(text), (CSharpParseOptions)tree.Options, path));
    }

    private GeneratorHost Host() => new GeneratorHost { Checks = _checks }.Source("class Other { }", "Other.cs");

    private static string[] Problems(GeneratorHost host) => [.. host.Run().Analyze().Where(found => found.Severity > DiagnosticSeverity.Info).Select(found => ReportedPlace.Of(found).ToString())];
}
