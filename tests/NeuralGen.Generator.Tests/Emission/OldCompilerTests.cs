using Microsoft.CodeAnalysis.CSharp;
using NeuralGen.Compiler.Emission;
using NeuralGen.Compiler.Targets;
using NeuralGen.Generator.Tests.Hosting;
using NeuralGen.Generator.Tests.Networks;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>Code for compilers and frameworks of long ago.</summary>
public class OldCompilerTests
{
    [Fact]
    public void Generated_code_of_random_networks_compiles_as_CSharp_7_3()
    {
        GeneratorHost host = new() { LanguageVersion = LanguageVersion.CSharp7_3 };
        for (int seed = 9000; seed < 9020; seed++)
        {
            RandomNetwork network = new(seed);
            host.File(network.FileName, network.Json);
        }

        GeneratedProject project = host.Run();
        Assert.Equal(20, project.Result.Results[0].TrackedSteps[TrackingNames.ModelsOfFiles].Length);
        Assert.NotNull(project.Load());
        Assert.DoesNotContain(project.Generated.Values, text => text.Contains("#nullable", StringComparison.Ordinal) || text.Contains("INeuralNetwork", StringComparison.Ordinal));
    }

    [Fact]
    public void Generated_code_of_random_spatial_networks_compiles_as_CSharp_7_3()
    {
        GeneratorHost host = new() { LanguageVersion = LanguageVersion.CSharp7_3 };
        for (int seed = 9000; seed < 9030; seed++)
        {
            SpatialNetwork network = new(seed, isTrainable: seed % 2 == 0, movesValues: true, computes: true);
            host.File(network.FileName, network.Json);
        }

        Assert.NotNull(host.Run().Load());
    }

    [Theory]
    [InlineData("unrolled")]
    [InlineData("vectorized")]
    public void Without_MathF_layers_that_compute_use_Math(string emission)
    {
        TargetPlatform old = new(HasSpan: true, HasMathF: false, HasConstantSpans: false, HasStaticInterface: false, HasNullable: false);
        string json = $$"""
            { "inputs": [ { "shape": [2, 3] } ], "emission": "{{emission}}", "layers": [
                { "type": "conv_transpose1d", "name": "up", "weights": [[[1, 0.5]], [[-1, 2]]], "stride": 2 },
                { "type": "resize", "mode": "linear", "size": 4 },
                { "type": "rms_normalization", "name": "root" },
                { "type": "expression", "name": "f", "formula": "pow(2 + x, 1.5) + floor(x) * sin(x) - x % 0.7 + erf(x) + round(sqrt(abs(x)))" },
                { "type": "matmul", "name": "product", "inputs": ["f", "root"], "transpose_left": true },
                { "type": "reduce", "operation": "log_sum_exp", "axes": [1] } ] }
            """;
        GeneratorHost host = new();
        foreach (GeneratedFile file in NetworkEmitter.Emit(Model(json), old, ProjectNetworks.MostCharacters, default))
        {
            Assert.DoesNotContain("MathF", file.Text, StringComparison.Ordinal);
            host.Source(file.Text, $"Net{file.Suffix}.cs");
        }

        double[] input = [0.5, -1, 2, 0.25, 1, -0.5];
        double[] expected = new GeneratorHost().File("Net.nn.json", json).Run().Network("Project.Net").Predict(input);
        Assert.All(expected.Zip(host.Run().Network("Project.Net").Predict(input)), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Fact]
    public void Without_MathF_and_constant_spans_code_uses_Math_and_readonly_arrays()
    {
        TargetPlatform old = new(HasSpan: true, HasMathF: false, HasConstantSpans: false, HasStaticInterface: false, HasNullable: false);
        NetworkModel model = Model("""{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[2]], "activation": "tanh" } ] }""");
        string text = NetworkEmitter.Emit(model, old, ProjectNetworks.MostCharacters, default)[0].Text;
        Assert.Contains("(float)global::System.Math.Tanh(output_input)", text, StringComparison.Ordinal);
        Assert.Contains("Parameters => ParametersData;", text, StringComparison.Ordinal);
        Assert.Contains("private static readonly float[] ParametersData = new float[]", text, StringComparison.Ordinal);
    }

    // What .NET 9 brought to numbers and vectors, .NET 8 gets from the runtime library and from comparisons.
    [Theory]
    [InlineData("2-3-1")]
    [InlineData("4-8-3")]
    [InlineData("9-20-7")]
    public void Without_maxima_and_products_with_sums_in_one_instruction_code_computes_the_same(string shape)
    {
        string json = ShapedNetwork.Json(ShapedNetwork.Sizes(shape), "relu");
        TargetPlatform old = new(HasSpan: true, HasMathF: true, HasConstantSpans: true, HasStaticInterface: true, HasNullable: true, HasVectors: true);
        GeneratorHost host = new();
        foreach (GeneratedFile file in NetworkEmitter.Emit(Model(json), old, ProjectNetworks.MostCharacters, default))
        {
            Assert.DoesNotContain("MaxNative", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Estimate", file.Text, StringComparison.Ordinal);
            host.Source(file.Text, $"Net{file.Suffix}.cs");
        }

        CompiledNetwork older = host.Run().Network("Project.Net");
        CompiledNetwork newer = new GeneratorHost().File("Net.nn.json", json).Run().Network("Project.Net");
        Random random = new(2);
        double[] inputs = [.. Enumerable.Range(0, 19 * older.InputSize).Select(_ => (2 * random.NextDouble()) - 1)];
        double[] targets = [.. Enumerable.Range(0, 19 * older.OutputSize).Select(_ => random.NextDouble())];
        Assert.Equal(newer.Predict(inputs[..older.InputSize]), older.Predict(inputs[..older.InputSize]));
        Assert.Equal(newer.PredictBatch(inputs), older.PredictBatch(inputs));
        Assert.Equal(newer.GradientBatch(inputs, targets, out double newerLoss), older.GradientBatch(inputs, targets, out double olderLoss));
        Assert.Equal(newerLoss, olderLoss);
    }

    private static NetworkModel Model(string json) => new GeneratorHost().File("Net.nn.json", json).Run().Model();
}
