using NeuralGen.CodeFixes.CallSites;

namespace NeuralGen.Generator.Tests.CodeFixes;

public class SwapFixTests
{
    private const string Network = """{ "inputs": 4, "layers": [ { "type": "dense", "weights": [[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]] } ] }""";

    [Theory]
    [InlineData("Net.Predict(new float[3], new float[4]);", "Net.Predict(new float[4], new float[3]);")]
    [InlineData("Net.Predict( /* a */ stackalloc float[3], /* b */ new float[4] );", "Net.Predict( /* a */ new float[4], /* b */ stackalloc float[3] );")]
    [InlineData("var y = new float[3]; Span<float> x = stackalloc float[4]; Net.Predict(y, x);", "var y = new float[3]; Span<float> x = stackalloc float[4]; Net.Predict(x, y);")]
    [InlineData("var y = new float[3]; Span<float> x = [1, 2, 3, 4]; Net.Predict(y.AsSpan(), x);", "var y = new float[3]; Span<float> x = [1, 2, 3, 4]; Net.Predict(x, y.AsSpan());")]
    public void Swapped_arguments_are_swapped_back(string wrong, string right) => FixOf.Project<SwapCodeFix>(
        "Swap 'input' and 'output'", Source(right), ("Source.cs", Source(wrong)), ("net.nn.json", Network));

    [Fact]
    public void All_calls_of_a_document_are_changed_at_once() => FixOf.All<SwapCodeFix>(
        Source("Net.Predict(new float[4], new float[3]); Net.Predict(stackalloc float[4], new float[1 + 2]);"),
        ("Source.cs", Source("Net.Predict(new float[3], new float[4]); Net.Predict(new float[1 + 2], stackalloc float[4]);")),
        ("net.nn.json", Network));

    [Theory]
    [InlineData("Net.Predict(output: new float[4], input: new float[3]);")]
    [InlineData("Net.Predict(new float[3], output: new float[4]);")]
    [InlineData("ReadOnlySpan<float> y = stackalloc float[3]; Net.Predict(y, new float[4]);")]
    public void Nothing_is_offered_for_named_arguments_and_spans_that_are_only_read(string statements) => FixOf.Nothing<SwapCodeFix>(
        ("Source.cs", Source(statements)), ("net.nn.json", Network));

    [Fact]
    public void Nothing_is_offered_for_more_than_two_arguments() => FixOf.Nothing<SwapCodeFix>(("Source.cs", """
        using System;
        static class Net
        {
            public const int InputSize = 2, OutputSize = 3, ParameterCount = 5;
            public static void PredictBatch(ReadOnlySpan<float> inputs, Span<float> outputs) { }
            public static float Gradient(ReadOnlySpan<float> input, ReadOnlySpan<float> target, Span<float> gradient) => 0;
        }
        static class C { static float M() => Net.Gradient(new float[3], new float[2], new float[5]); }
        """));

    private static string Source(string statements) => $$"""
        using System;
        using Project;
        static class C { public static void M() { {{statements}} } }
        """;
}
