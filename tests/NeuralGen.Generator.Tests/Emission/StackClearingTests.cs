using System.Reflection;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>What a call takes of the stack is not cleared where the project allows unsafe code, which C# asks for; and nothing is read that was not
/// written.</summary>
public class StackClearingTests
{
    private const string Attribute = "[global::System.Runtime.CompilerServices.SkipLocalsInit]";

    private static readonly string Layers = """
        { "type": "layer_normalization" }, { "type": "expression", "name": "twice", "formula": "x * x + 1" }, { "type": "softmax", "name": "shares", "axis": 0 },
        { "type": "reduce", "operation": "sum", "axes": [1] }
        """;

    [Fact]
    public void The_stack_is_not_cleared_where_the_project_allows_it()
    {
        string code = Run(Json(40), allowsUnsafe: true).Code("Project.Net");
        Assert.Contains(Attribute, code, StringComparison.Ordinal);
        Assert.True(code.IndexOf(Attribute, StringComparison.Ordinal) < code.IndexOf("stackalloc float[", StringComparison.Ordinal));
        Assert.DoesNotContain(Attribute, Run(Json(40), allowsUnsafe: false).Code("Project.Net"), StringComparison.Ordinal);

        // What is rented is as it was before anyway.
        Assert.DoesNotContain(Attribute, Run(Json(4000), allowsUnsafe: true).Code("Project.Net"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    [InlineData(150)]
    public void Results_do_not_depend_on_what_lay_there(int columns)
    {
        string json = Json(columns);
        CompiledNetwork network = Run(json, allowsUnsafe: true).Network("Project.Net");
        MethodInfo predict = network.Type.GetMethod("Predict", [typeof(ReadOnlySpan<float>), typeof(Span<float>)])!;
        var call = predict.CreateDelegate<Prediction>();
        Random random = new(columns);
        float[] input = [.. Enumerable.Range(0, 20 * columns).Select(_ => (float)random.NextDouble())], first = new float[20], second = new float[20];
        Soil(float.NaN);
        call(input, first);
        Soil(1e30f);
        call(input, second);
        Assert.Equal(first, second);
        InterpreterCheck.Run(json, network, $"{columns} columns", hasGradients: false);
    }

    private delegate void Prediction(ReadOnlySpan<float> input, Span<float> output);

    /// <summary>Leaves a value all over the stack below the caller.</summary>
    private static float Soil(float value)
    {
        Span<float> values = stackalloc float[1 << 14];
        values.Fill(value);
        return values[^1];
    }

    private static GeneratedProject Run(string json, bool allowsUnsafe) => new GeneratorHost { AllowsUnsafe = allowsUnsafe }.File("net.nn.json", json).Run();

    private static string Json(int columns) => $$"""
        { "precision": "single", "emission": "vectorized", "gradients": false, "inputs": [ { "name": "image", "shape": [20, {{columns}}] } ], "layers": [ {{Layers}} ] }
        """;
}
