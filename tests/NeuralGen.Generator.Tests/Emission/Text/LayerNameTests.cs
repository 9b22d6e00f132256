using System.Globalization;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Text;

/// <summary>A layer's name may be one that the generated code would have chosen for something else.</summary>
public class LayerNameTests
{
    private const int Size = 40;

    [Theory]
    [InlineData("double", "hiddenWeights")]
    [InlineData("double", "hiddenBias")]
    [InlineData("double", "hiddenWeightsData")]
    [InlineData("single", "hiddenPacked")]
    [InlineData("single", "hiddenWeights")]
    [InlineData("single", "packedRows")]
    [InlineData("single", "parameters")]
    [InlineData("single", "layers")]
    [InlineData("single", "__Fma")]
    [InlineData("single", "__Vector256")]
    public void Names_of_layers_do_not_clash_with_names_of_data(string precision, string name)
    {
        CompiledNetwork network = new GeneratorHost().File("Net.nn.json", Json(precision, name)).Run().Network("Project.Net");
        CompiledNetwork plain = new GeneratorHost().File("Net.nn.json", Json(precision, "second")).Run().Network("Project.Net");
        Random random = new(3);
        double[] inputs = [.. Enumerable.Range(0, 7 * Size).Select(_ => (2 * random.NextDouble()) - 1)];
        Assert.Equal(plain.Predict(inputs[..Size]), network.Predict(inputs[..Size]));
        Assert.Equal(plain.PredictBatch(inputs), network.PredictBatch(inputs));
    }

    [Theory]
    [InlineData("InputSize")]
    [InlineData("OutputSize")]
    [InlineData("ParameterCount")]
    [InlineData("Parameters")]
    [InlineData("Predict")]
    [InlineData("PredictBatch")]
    [InlineData("nameof")]
    [InlineData("Layers")]
    [InlineData("PackedForBatches")]
    [InlineData("Loss")]
    [InlineData("Math")]
    [InlineData("System")]
    public void Layers_may_have_the_names_of_what_methods_refer_to(string name)
    {
        int turn = 0;
        foreach (string precision in new[] { "single", "double" })
        {
            foreach (string emission in new[] { "auto", "unrolled", "vectorized" })
            {
                foreach (int size in new[] { 2, 40 })
                {
                    if (!TestShare.Includes(turn++, name.Length, 4))
                    {
                        continue;
                    }

                    CompiledNetwork network = new GeneratorHost().File("Net.nn.json", Small(precision, emission, name, size)).Run().Network("Project.Net");
                    CompiledNetwork plain = new GeneratorHost().File("Net.nn.json", Small(precision, emission, "second", size)).Run().Network("Project.Net");
                    double[] inputs = [.. Enumerable.Range(0, 21).Select(i => (i / 10.0) - 1)];
                    Assert.Equal(plain.Predict(inputs[..1]), network.Predict(inputs[..1]));
                    Assert.Equal(plain.PredictBatch(inputs), network.PredictBatch(inputs));
                    Assert.Equal(plain.GradientBatch(inputs, inputs, out _), network.GradientBatch(inputs, inputs, out _));
                }
            }
        }
    }

    [Fact]
    public void Inputs_may_have_the_names_that_generated_code_gives_to_vectors()
    {
        static string Json(string first, string second) => $$"""
            { "inputs": ["{{first}}", "{{second}}"], "layers": [
                { "type": "dense", "weights": [[2, 4], [4, -5]], "bias": [1, 2], "activation": "tanh" },
                { "type": "dense", "weights": [[2, 7]] } ] }
            """;
        CompiledNetwork network = new GeneratorHost().File("Net.nn.json", Json("__Vector", "__Floats")).Run().Network("Project.Net");
        CompiledNetwork plain = new GeneratorHost().File("Net.nn.json", Json("a", "b")).Run().Network("Project.Net");
        double[] inputs = [.. Enumerable.Range(0, 38).Select(i => (i % 7 / 4.0) - 1)];
        double[] targets = [.. Enumerable.Range(0, 19).Select(i => i / 19.0)];
        Assert.Equal(plain.PredictBatch(inputs), network.PredictBatch(inputs));
        Assert.Equal(plain.GradientBatch(inputs, targets, out double loss), network.GradientBatch(inputs, targets, out double sameLoss));
        Assert.Equal(loss, sameLoss);
    }

    /// <summary>Normalised inputs, so that the first layer's weights are not those of the file and need data of their own.</summary>
    private static string Json(string precision, string name)
    {
        Random random = new(4);
        return $$"""
            { "inputs": {{Number(Size)}}, "precision": "{{precision}}", "layers": [
                { "type": "normalization", "mean": [{{Row(random)}}], "scale": [{{Join(Enumerable.Repeat(2.0, Size))}}] },
                { "type": "dense", "name": "hidden", "weights": [{{Rows(random, Size)}}], "bias": [{{Row(random)}}], "activation": "relu" },
                { "type": "dense", "name": "{{name}}", "weights": [{{Rows(random, Size)}}], "activation": "relu" },
                { "type": "dense", "name": "last", "weights": [{{Rows(random, 2)}}] } ] }
            """;
    }

    private static string Small(string precision, string emission, string name, int size)
    {
        string first = string.Join(", ", Enumerable.Range(0, size).Select(i => $"[{Number((i - 1.5) / size)}]"));
        string second = string.Join(", ", Enumerable.Range(0, size).Select(unit => $"[{Join(Enumerable.Range(0, size).Select(i => Math.Sin((unit * size) + i)))}]"));
        return $$"""
            { "inputs": 1, "precision": "{{precision}}", "emission": "{{emission}}", "layers": [
                { "type": "dense", "weights": [{{first}}], "activation": "relu" },
                { "type": "dense", "name": "{{name}}", "weights": [{{second}}], "activation": "softmax" },
                { "type": "layer_normalization" },
                { "type": "dense", "weights": [[{{Join(Enumerable.Range(0, size).Select(i => 1.0 + i))}}]] } ] }
            """;
    }

    private static string Rows(Random random, int count) => string.Join(",\n", Enumerable.Range(0, count).Select(_ => $"[{Row(random)}]"));

    private static string Row(Random random) => Join(Enumerable.Range(0, Size).Select(_ => (random.NextDouble() - 0.5) / 4));

    private static string Join(IEnumerable<double> numbers) => string.Join(", ", numbers.Select(Number));

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
