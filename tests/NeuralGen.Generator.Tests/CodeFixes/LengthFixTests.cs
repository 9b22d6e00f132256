using NeuralGen.CodeFixes.CallSites;

namespace NeuralGen.Generator.Tests.CodeFixes;

public class LengthFixTests
{
    private const string Network = """{ "namespace": "Flowers", "inputs": 4, "layers": [ { "type": "dense", "weights": [[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]] } ] }""";

    [Theory]
    [InlineData("Iris.Predict(new float[«3»], output);", "Iris.InputSize")]
    [InlineData("Iris.Predict(input, new float[«2»]);", "Iris.OutputSize")]
    [InlineData("Iris.Predict(output: new float[«2»], input: input);", "Iris.OutputSize")]
    [InlineData("Iris.Predict((new float[ /* three */ «1 + 2» ]), output);", "Iris.InputSize")]
    [InlineData("Iris.Predict(new float[«Iris.OutputSize»], output);", "Iris.InputSize")]
    [InlineData("Iris.Predict(stackalloc float[«5»], output);", "Iris.InputSize")]
    [InlineData("Flowers.Iris.Predict(new float[«3»], output);", "Flowers.Iris.InputSize")]
    [InlineData("global::Flowers.Iris.Predict(new float[«3»], output);", "global::Flowers.Iris.InputSize")]
    [InlineData("Alias.Predict(new float[«3»], output);", "Alias.InputSize")]
    [InlineData("Predict(new float[«3»], output);", "InputSize")]
    [InlineData("int InputSize = 7; _ = InputSize; Predict(new float[«3»], output);", "Iris.InputSize")]
    [InlineData("int InputSize = 7; int Iris = 7; _ = InputSize + Iris; Predict(new float[«3»], output);", "Flowers.Iris.InputSize")]
    [InlineData("float[] local = new float[«3»]; Iris.Predict(local, output);", "Iris.InputSize")]
    [InlineData("Span<float> local = stackalloc float[«3»]; local[0] = 1; Iris.Predict(local, output);", "Iris.InputSize")]
    [InlineData("var local = new float[«3»]; Console.WriteLine(string.Join(\" \", local)); Iris.Predict(local, output);", "Iris.InputSize")]
    [InlineData("Iris.Predict(input.Slice(0, «3»), output);", "Iris.InputSize")]
    [InlineData("Iris.Predict(array.AsSpan(1, «5»), output);", "Iris.InputSize")]
    [InlineData("Iris.Predict(array.AsSpan(length: «5», start: 2), output);", "Iris.InputSize")]
    [InlineData("Iris.Predict(new float[4].AsSpan(0, «3»), output);", "Iris.InputSize")]
    [InlineData("var local = new float[9]; Iris.Predict(local.AsSpan(5, «3»), output);", "Iris.InputSize")]
    [InlineData("var local = array.AsSpan(1, «5»); Iris.Predict(local, output);", "Iris.InputSize")]
    public void A_wrong_length_becomes_the_constant(string statements, string constant)
    {
        string wrong = statements.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        string right = statements[..statements.IndexOf('«', StringComparison.Ordinal)] + constant + statements[(statements.IndexOf('»', StringComparison.Ordinal) + 1)..];
        FixOf.Project<LengthCodeFix>($"Use '{constant}'", Source(right), Texts(wrong));
    }

    [Theory]
    [InlineData("Iris.Predict(new float[3] { 1, 2, 3 }, output);")]
    [InlineData("Iris.Predict(new[] { 1f, 2f }, output);")]
    [InlineData("Iris.Predict([1, 2, 3, 4, 5], output);")]
    [InlineData("Iris.Predict(stackalloc float[] { 1, 2 }, output);")]
    [InlineData("Iris.Predict(stackalloc float[2] { 1, 2 }, output);")]
    [InlineData("Iris.Predict(new float[9].AsSpan(4), output);")]
    [InlineData("Iris.Predict(new float[3].AsSpan(), output);")]
    [InlineData("Iris.Predict(new float[3].AsSpan(0, 3), output);")]
    [InlineData("var local = new float[3]; Iris.Predict(local.AsSpan(0, 3), output);")]
    [InlineData("Iris.Predict(input[0..3], output);")]
    [InlineData("Iris.Predict(Array.Empty<float>(), output);")]
    [InlineData("Iris.Predict(default, output);")]
    [InlineData("Iris.Predict(new Span<float>(array, 0, 7), output);")]
    [InlineData("var first = new float[2]; var second = first; Iris.Predict(second, output);")]
    [InlineData("var local = new float[2]; Iris.Predict(local, local);")]
    [InlineData("var local = new float[2]; Iris.Predict(local, output); Iris.PredictBatch(new float[8], local);")]
    public void Nothing_is_offered_where_no_single_length_is_wrong(string statements) => FixOf.Nothing<LengthCodeFix>(Texts(statements));

    [Fact]
    public void All_lengths_of_a_document_are_changed_at_once() => FixOf.All<LengthCodeFix>(
        Source("var a = new float[Iris.InputSize]; Iris.Predict(a, new float[Iris.OutputSize]); Iris.Predict(a, array.AsSpan(0, Iris.OutputSize)); Predict(input, stackalloc float[OutputSize]);"),
        Texts("var a = new float[3]; Iris.Predict(a, new float[2]); Iris.Predict(a, array.AsSpan(0, 7)); Predict(input, stackalloc float[1]);"));

    [Fact]
    public void A_wrong_length_beside_a_state_becomes_the_constant() => FixOf.Project<LengthCodeFix>(
        "Use 'Smoother.InputSize'",
        Stateful("Smoother.InputSize"),
        ("Source.cs", Stateful("3")),
        ("smoother.nn.json", """{ "namespace": "Flowers", "inputs": [ { "shape": [9, 2] } ], "stateful": true, "layers": [ { "type": "rnn", "units": 1, "weights": [[1, 2]], "recurrent_weights": [[0.5]] } ] }"""));

    [Fact]
    public void A_product_of_constants_is_qualified_factor_by_factor() => FixOf.Project<LengthCodeFix>(
        "Use 'Net.OutputSize * Net.InputSize'",
        Jacobian("Net.OutputSize * Net.InputSize"),
        ("Source.cs", Jacobian("5")));

    private static (string Path, string Text)[] Texts(string statements) => [("Source.cs", Source(statements)), ("iris.nn.json", Network)];

    private static string Source(string statements) => $$"""
        using System;
        using Flowers;
        using static Flowers.Iris;
        {{(statements.Contains("Alias", StringComparison.Ordinal) ? "using Alias = Flowers.Iris;" : "")}}
        static class C { public static void M(ReadOnlySpan<float> input, Span<float> output, float[] array) { {{statements}} } }
        """;

    private static string Stateful(string length) => $"using Flowers; class C {{ static void M(float[] output, Smoother.State state) => Smoother.Predict(new float[{length}], output, state); }}";

    /// <summary>A network as a later version of the compiler will write it.</summary>
    private static string Jacobian(string length) => $$"""
        using System;
        static class Net
        {
            public const int InputSize = 2, OutputSize = 3, ParameterCount = 0;
            public static void PredictBatch(ReadOnlySpan<float> inputs, Span<float> outputs) { }
            public static void InputJacobian(ReadOnlySpan<float> input, Span<float> jacobian) { }
        }
        static class C { static void M(float[] input) => Net.InputJacobian(input, new float[{{length}}]); }
        """;
}
