using Microsoft.CodeAnalysis;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.CallSites;

/// <summary>Lengths at calls: wrong where they can be known, silent where they cannot.</summary>
public class CallSiteTests
{
    private const string Network = """{ "inputs": 4, "labels": ["a", "b", "c"], "layers": [ { "type": "dense", "weights": [[1, 2, 3, 4], [4, 3, 2, 1], [1, 0, 0, 1]] }, { "type": "activation", "activation": "softmax" } ] }""";

    /// <summary>A statement, with the text that is marked, and the message.</summary>
    public static TheoryData<string, string, string> WrongCalls() => new()
    {
        { "Iris.Predict(new float[3], output);", "new float[3]", "NEURAL0501: 'input' of Iris.Predict gets 3 values; 4 are needed, which is InputSize" },
        { "Iris.Predict(input, new float[2]);", "new float[2]", "NEURAL0501: 'output' of Iris.Predict gets 2 values; 3 are needed, which is OutputSize" },
        { "Iris.Predict(new float[] { 1, 2, 3 }, output);", "new float[] { 1, 2, 3 }", "NEURAL0501: 'input' of Iris.Predict gets 3 values; 4 are needed, which is InputSize" },
        { "Iris.Predict(new[] { 1f, 2f }, output);", "new[] { 1f, 2f }", "NEURAL0501: 'input' of Iris.Predict gets 2 values; 4 are needed, which is InputSize" },
        { "Iris.Predict([1, 2, 3, 4, 5], output);", "[1, 2, 3, 4, 5]", "NEURAL0501: 'input' of Iris.Predict gets 5 values; 4 are needed, which is InputSize" },
        { "Iris.Predict(stackalloc float[5], output);", "stackalloc float[5]", "NEURAL0501: 'input' of Iris.Predict gets 5 values; 4 are needed, which is InputSize" },
        { "Iris.Predict(stackalloc float[] { 1, 2 }, output);", "stackalloc float[] { 1, 2 }", "NEURAL0501: 'input' of Iris.Predict gets 2 values; 4 are needed, which is InputSize" },
        { "Iris.Predict(input.Slice(0, 3), output);", "input.Slice(0, 3)", "NEURAL0501: 'input' of Iris.Predict gets 3 values; 4 are needed, which is InputSize" },
        { "Iris.Predict(array.AsSpan(1, 5), output);", "array.AsSpan(1, 5)", "NEURAL0501: 'input' of Iris.Predict gets 5 values; 4 are needed, which is InputSize" },
        { "Iris.Predict(new float[9].AsSpan(4), output);", "new float[9].AsSpan(4)", "NEURAL0501: 'input' of Iris.Predict gets 5 values; 4 are needed, which is InputSize" },
        { "Iris.Predict(input[0..3], output);", "input[0..3]", "NEURAL0501: 'input' of Iris.Predict gets 3 values; 4 are needed, which is InputSize" },
        { "float[] fixedSize = new float[8]; Iris.Predict(fixedSize.AsSpan()[2..^1], output);", "fixedSize.AsSpan()[2..^1]", "NEURAL0501: 'input' of Iris.Predict gets 5 values; 4 are needed, which is InputSize" },
        { "const int N = 6; Span<float> local = stackalloc float[N]; Iris.Predict(local, output);", "local", "NEURAL0501: 'input' of Iris.Predict gets 6 values; 4 are needed, which is InputSize" },
        { "float[] local = [1, 2]; Iris.Predict(local, output);", "local", "NEURAL0501: 'input' of Iris.Predict gets 2 values; 4 are needed, which is InputSize" },
        { "var first = new float[2]; var second = first; Iris.Predict(second, output);", "second", "NEURAL0501: 'input' of Iris.Predict gets 2 values; 4 are needed, which is InputSize" },
        { "Iris.Predict(new float[Iris.OutputSize], output);", "new float[Iris.OutputSize]", "NEURAL0501: 'input' of Iris.Predict gets 3 values; 4 are needed, which is InputSize" },
        { "_ = Iris.Classify(new float[3]);", "new float[3]", "NEURAL0501: 'input' of Iris.Classify gets 3 values; 4 are needed, which is InputSize" },
        { "Iris.Predict(Array.Empty<float>(), output);", "Array.Empty<float>()", "NEURAL0501: 'input' of Iris.Predict gets 0 values; 4 are needed, which is InputSize" },
        { "Iris.Predict(default, output);", "default", "NEURAL0501: 'input' of Iris.Predict gets 0 values; 4 are needed, which is InputSize" },
        { "Iris.Predict(new Span<float>(array, 0, 7), output);", "new Span<float>(array, 0, 7)", "NEURAL0501: 'input' of Iris.Predict gets 7 values; 4 are needed, which is InputSize" },
        { "Iris.Predict(output: new float[1], input: input);", "new float[1]", "NEURAL0501: 'output' of Iris.Predict gets 1 value; 3 are needed, which is OutputSize" },
        { "Iris.Predict(new float[3], new float[4]);", "new float[3]", "NEURAL0502: Iris.Predict gets 3 values as 'input' and 4 values as 'output': the two are swapped, 'input' has 4 and 'output' has 3" },
        { "Iris.Classify(input);", "Iris.Classify(input)", "NEURAL0503: The result of Iris.Classify is not used, and the call does nothing else" },
        { "Iris.PredictBatch(new float[10], outputs);", "new float[10]", "NEURAL0504: 'inputs' of Iris.PredictBatch gets 10 values, which is no whole number of samples of 4 values" },
        { "Iris.PredictBatch(new float[8], new float[9]);", "new float[9]", "NEURAL0505: 'outputs' of Iris.PredictBatch has room for 3 samples but 'inputs' has 2 samples" },
    };

    /// <summary>Statements about which nothing can be said, or which are right.</summary>
    public static TheoryData<string> RightCalls() =>
    [
        "Iris.Predict(input, output);",
        "Iris.Predict(new float[4], new float[3]);",
        "Iris.Predict([1, 2, 3, 4], output);",
        "Iris.Predict([.. array], output);",
        "Iris.Predict([1, .. array], output);",
        "Iris.Predict(array, output);",
        "Iris.Predict(new float[array.Length], output);",
        "Iris.Predict(array.AsSpan(array.Length), output);",
        "Iris.Predict(input[..^1], output);",
        "float[] a = new float[3]; a = new float[4]; Iris.Predict(a, output);",
        "float[] a = new float[3]; Array.Resize(ref a, 4); Iris.Predict(a, output);",
        "float[] a = new float[3]; (a, _) = (new float[4], 1); Iris.Predict(a, output);",
        "float[] a = new float[3]; Action set = () => a = new float[4]; set(); Iris.Predict(a, output);",
        "Iris.Predict(array.Length > 3 ? new float[3] : array, output);",
        "Iris.PredictBatch(new float[8], new float[6]);",
        "Iris.PredictBatch(array, new float[6]);",
        "Iris.PredictBatch([], []);",
        "_ = Iris.Classify(input);",
        "Other.Predict(new float[3], output);",
        "Span<float> s = output; s = s.Slice(0, 2); Iris.Predict(input, s);",
    ];

    [Theory]
    [MemberData(nameof(WrongCalls))]
    public void A_wrong_call_is_an_error_at_the_argument(string statements, string marked, string message)
    {
        GeneratedProject project = Project(statements);
        Assert.Empty(project.CompilerDiagnostics);
        Diagnostic diagnostic = Assert.Single(project.Analyze());
        Assert.Equal(message, $"{diagnostic.Id}: {diagnostic.Text()}");
        Assert.Equal(marked, diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        Assert.DoesNotContain(WellKnownDiagnosticTags.NotConfigurable, diagnostic.Descriptor.CustomTags);
    }

    [Theory]
    [MemberData(nameof(RightCalls))]
    public void A_right_or_unknown_call_is_left_alone(string statements)
    {
        GeneratedProject project = Project(statements);
        Assert.Empty(project.CompilerDiagnostics);
        Assert.Empty(project.Analyze());
    }

    /// <summary>Each names its own argument, so that none of them is found one build later than the others.</summary>
    [Fact]
    public void Each_argument_of_another_number_of_samples_is_reported()
    {
        GeneratedProject project = new GeneratorHost()
            .File("three.nn.json", """
                { "inputs": [ { "name": "a", "shape": [2] }, { "name": "b", "shape": [2] }, { "name": "c", "shape": [2] } ], "layers": [ { "type": "concat", "inputs": ["a", "b", "c"] } ] }
                """)
            .Property("RootNamespace", "")
            .Source("class C { void M(float[] outputs) => Three.PredictBatch(new float[6], new float[4], new float[8], outputs); }")
            .Run();
        Assert.Empty(project.CompilerDiagnostics);
        Assert.Equal(
            ["NEURAL0505: 'b' of Three.PredictBatch has room for 2 samples but 'a' has 3 samples", "NEURAL0505: 'c' of Three.PredictBatch has room for 4 samples but 'a' has 3 samples"],
            project.Analyze().Select(diagnostic => $"{diagnostic.Id}: {diagnostic.Text()}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Networks_of_referenced_projects_are_checked()
    {
        GeneratedProject library = new GeneratorHost().File("iris.nn.json", Network).Property("RootNamespace", "").Run();
        using MemoryStream stream = new();
        Assert.True(library.Compilation.Emit(stream).Success);
        GeneratedProject project = new GeneratorHost { References = [.. library.Compilation.References, MetadataReference.CreateFromImage(stream.ToArray())] }
            .Source("class C { void M(float[] output) => Iris.Predict(new float[3], output); }")
            .Run();
        Assert.Empty(project.CompilerDiagnostics);
        Assert.Equal("NEURAL0501", Assert.Single(project.Analyze()).Id);
    }

    [Fact]
    public void Calls_of_a_broken_network_are_left_alone()
    {
        GeneratedProject project = new GeneratorHost()
            .File("iris.nn.json", Network.Replace("[1, 2, 3, 4], [4, 3", "[1, 2, 3], [4, 3", StringComparison.Ordinal))
            .Property("RootNamespace", "")
            .Source("class C { void M(float[] output) => Iris.Predict(new float[3], output); }")
            .Run();
        Assert.Empty(project.CompilerDiagnostics);
        Assert.Equal("NEURAL0101", Assert.Single(project.Analyze()).Id);
    }

    private static GeneratedProject Project(string statements) => new GeneratorHost()
        .File("iris.nn.json", Network)
        .Property("RootNamespace", "")
        .Source($$"""
            using System;
            static class Other { public const int InputSize = 4; public static void Predict(ReadOnlySpan<float> input, Span<float> output) { } }
            static class C { public static void M(ReadOnlySpan<float> input, Span<float> output, float[] array, Span<float> outputs) { {{statements}} } }
            """)
        .Run();
}
