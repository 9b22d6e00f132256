using System.Globalization;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Lowering.Programs;

/// <summary>Layers that nothing reads, or only weights of zero do.</summary>
public class DeadCodeTests
{
    private const int Rows = 21;

    public static TheoryData<string, string> Forms()
    {
        TheoryData<string, string> forms = [];
        foreach (string precision in new[] { "single", "double" })
        {
            foreach (string emission in new[] { "auto", "unrolled", "vectorized" })
            {
                forms.Add(precision, emission);
            }
        }

        return forms;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_layer_that_nothing_reads_has_parameters_and_no_code(string precision, string emission)
    {
        CompiledNetwork network = Compile(precision, emission, """{ "type": "dense", "weights": [[1.5]] }, { "type": "dense", "weights": [[2]], "inputs": ["input"] }""");
        Assert.Equal([1.5, 2], network.Parameters);
        Assert.Equal([6.0], network.Predict([3]));
        double[] inputs = [.. Enumerable.Range(0, Rows).Select(i => i / 4.0)];
        Assert.Equal(inputs.Select(x => 2 * x), network.PredictBatch(inputs));

        // The mean over the rows of (2x - 0)² has the slope 4x² by the weight.
        double[] gradient = network.GradientBatch(inputs, new double[Rows], out _);
        Assert.Equal(0, gradient[0]);
        Assert.Equal(inputs.Average(x => 4 * x * x), gradient[1], 1e-4);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_branch_may_end_in_the_middle(string precision, string emission)
    {
        CompiledNetwork network = Compile(precision, emission, """
            { "type": "dense", "name": "first", "weights": [[1], [-1]], "activation": "relu" },
            { "type": "activation", "activation": "softplus" },
            { "type": "dense", "weights": [[2, 3]], "inputs": ["first"] }
            """);
        Assert.Equal([4.0, 6, 0], network.PredictBatch([2, -2, 0]));
    }

    [Theory]
    [InlineData("""{ "type": "activation", "activation": "softmax" }""")]
    [InlineData("""{ "type": "activation", "activation": "log_softmax" }""")]
    [InlineData("""{ "type": "layer_normalization" }""")]
    [InlineData("""{ "type": "dense", "weights": [[1]], "activation": "softmax" }""")]
    [InlineData("""{ "type": "dense", "weights": [[1]] }, { "type": "layer_normalization" }""")]
    [InlineData("""{ "type": "dense", "weights": [[1]] }, { "type": "batch_normalization", "mean": [1], "variance": [2] }, { "type": "activation", "activation": "softmax" }""")]
    public void What_only_weights_of_zero_read_vanishes(string layers)
    {
        foreach (object[] form in Forms())
        {
            CompiledNetwork network = Compile((string)form[0], (string)form[1], $$"""{{layers}}, { "type": "dense", "weights": [[0], [0]], "bias": [1, -2] }""");
            Assert.Equal([1.0, -2], network.Predict([5]));
            Assert.Equal(Enumerable.Repeat(new[] { 1.0, -2 }, Rows).SelectMany(row => row), network.PredictBatch(new double[Rows]));
        }
    }

    [Theory]
    [InlineData("single")]
    [InlineData("double")]
    public void A_method_whose_results_only_weights_of_zero_read_is_as_good_as_empty(string precision)
    {
        const int Size = 40;
        string row = string.Join(",", Enumerable.Repeat("0.5", Size));
        CompiledNetwork network = new GeneratorHost().File("Net.nn.json", $$"""
            { "inputs": {{Size}}, "precision": "{{precision}}", "emission": "unrolled", "layers": [
                { "type": "dense", "name": "hidden", "weights": [{{string.Join(",", Enumerable.Repeat($"[{row}]", Size))}}], "activation": "relu" },
                { "type": "activation", "name": "silent", "activation": "softmax", "inputs": ["input"] },
                { "type": "concat", "inputs": ["hidden", "silent"] },
                { "type": "dense", "weights": [[{{row}},{{string.Join(",", Enumerable.Repeat("0", Size))}}]] } ] }
            """).Run().Network("Project.Net");
        double[] inputs = [.. Enumerable.Repeat(1.0, Size)];
        Assert.Equal([0.5 * Size * 0.5 * Size], network.Predict(inputs));
    }

    [Fact]
    public void A_row_that_overflows_leaves_the_bits_of_other_rows_alone()
    {
        const int Size = 17;
        Random random = new(5);
        string Matrix(int units, int inputs, Func<int, int, bool> isZero) => string.Join(",", Enumerable.Range(0, units).Select(unit =>
            $"[{string.Join(",", Enumerable.Range(0, inputs).Select(i => isZero(unit, i) ? "0" : (random.NextDouble() - 0.5).ToString("R", CultureInfo.InvariantCulture)))}]"));
        CompiledNetwork network = new GeneratorHost().File("Net.nn.json", $$"""
            { "inputs": 3, "layers": [
                { "type": "dense", "weights": [[0.5, 0, 0], [0, 0.25, 0], [0, 0, 0.75]], "activation": "exponential" },
                { "type": "dense", "weights": [{{Matrix(Size, 3, (_, _) => false)}}], "activation": "exponential" },
                { "type": "dense", "weights": [{{Matrix(Size, Size, (unit, i) => unit == i)}}] } ] }
            """).Run().Network("Project.Net");
        double[] inputs = [.. Enumerable.Range(0, 65 * 3).Select(_ => (2 * random.NextDouble()) - 1)];
        double[] alone = network.PredictBatch(inputs);
        Array.Fill(inputs, 1e4, 30 * 3, 3);
        double[] beside = network.PredictBatch(inputs);
        Assert.Contains(beside[(30 * Size)..(31 * Size)], value => !double.IsFinite(value));
        Assert.Equal(alone[..(30 * Size)], beside[..(30 * Size)]);
        Assert.Equal(alone[(31 * Size)..], beside[(31 * Size)..]);
    }

    private static CompiledNetwork Compile(string precision, string emission, string layers) =>
        new GeneratorHost().File("Net.nn.json", $$"""{ "inputs": 1, "precision": "{{precision}}", "emission": "{{emission}}", "layers": [ {{layers}} ] }""").Run().Network("Project.Net");
}
