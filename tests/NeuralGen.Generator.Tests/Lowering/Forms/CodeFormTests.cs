using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Tests.Hosting;
using NeuralGen.Generator.Tests.Networks;

namespace NeuralGen.Generator.Tests.Lowering.Forms;

/// <summary>The shapes that code takes by the size of a network, and what it computes in each.</summary>
public class CodeFormTests
{
    private static readonly string[] Marks = ["PredictVectors(", "new global::NeuralGen.PackedDense(", "PredictLanes(", "PredictSamples(", "AddGradientLanes("];

    [Theory]
    [InlineData("2-2-1", "auto", "single", "PredictLanes( AddGradientLanes(")]
    [InlineData("4-8-3", "auto", "single", "PredictVectors( new global::NeuralGen.PackedDense( PredictLanes( AddGradientLanes(")]
    [InlineData("8-8-8", "auto", "single", "PredictVectors( new global::NeuralGen.PackedDense( PredictSamples(")]
    [InlineData("64-32-10", "auto", "single", "PredictVectors( new global::NeuralGen.PackedDense( PredictSamples(")]
    [InlineData("100-100-100", "auto", "single", "new global::NeuralGen.PackedDense( PredictSamples(")]
    [InlineData("4-8-3", "unrolled", "single", "PredictLanes( AddGradientLanes(")]
    [InlineData("4-8-3", "vectorized", "single", "new global::NeuralGen.PackedDense( PredictSamples(")]
    [InlineData("4-8-3", "auto", "double", "")]
    [InlineData("64-32-10", "auto", "double", "")]
    public void Size_and_wish_choose_the_shape(string sizes, string emission, string precision, string expected)
    {
        string json = ShapedNetwork.Json(ShapedNetwork.Sizes(sizes), "relu", 0, emission, precision);
        string code = new GeneratorHost().File("Net.nn.json", json).Run().Code("Project.Net");
        Assert.Equal(expected, string.Join(" ", Marks.Where(mark => code.Contains(mark, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(0.5, "new global::NeuralGen.PackedDense(", "new global::NeuralGen.PackedDenseRows(")]
    [InlineData(0.85, "new global::NeuralGen.PackedDense(", "new global::NeuralGen.SparseDense(")]
    [InlineData(0.96, "new global::NeuralGen.SparseDense(", "new global::NeuralGen.SparseDense(")]
    public void Pruned_layers_are_lists_of_weights(double zeros, string sample, string rows)
    {
        string code = new GeneratorHost().File("Net.nn.json", ShapedNetwork.Json([150, 150], "relu", zeros)).Run().Code("Project.Net");
        int nested = code.IndexOf("class PackedForBatches", StringComparison.Ordinal);
        Assert.Contains(sample, code[..nested], StringComparison.Ordinal);
        Assert.Contains(rows, code[nested..], StringComparison.Ordinal);
    }

    // 128 units are what one sample is multiplied with at once; fewer weights have an order of their own for one sample.
    [Theory]
    [InlineData("784-128-10", 0, "PackedLarge.Hidden.ForwardRelu(input, output, 1)", 1, 2)]
    [InlineData("783-128-10", 0, "HiddenPacked.ForwardRelu(input, output)", 2, 2)]
    [InlineData("784-130-10", 0, "HiddenPacked.ForwardRelu(input, output)", 2, 2)]
    [InlineData("784-128-10", 0.3, "PackedLarge.Hidden.Forward(input, output, 1)", 1, 2)]
    [InlineData("784-128-10", 0.85, "HiddenPacked.Forward(input, output)", 2, 1)]
    public void Large_layers_have_one_packed_copy(string sizes, double zeros, string call, int copiesForSamples, int copiesForRows)
    {
        string code = new GeneratorHost().File("Net.nn.json", ShapedNetwork.Json(ShapedNetwork.Sizes(sizes), "relu", zeros)).Run().Code("Project.Net");
        Assert.Contains(call, code, StringComparison.Ordinal);
        Assert.Equal(copiesForSamples, code.Split("new global::NeuralGen.PackedDense(").Length - 1);
        Assert.Equal(copiesForRows, code.Split("new global::NeuralGen.PackedDenseRows(").Length - 1);
    }

    [Theory]
    [InlineData("relu", 0)]
    [InlineData("leaky_relu", 0.3)]
    [InlineData("prelu", 0)]
    [InlineData("tanh", 0.8)]
    [InlineData("linear", 0.95)]
    [InlineData("softmax", 0)]
    [InlineData("sigmoid", 0)]
    public void All_shapes_compute_what_the_interpreter_computes(string activation, double zeros)
    {
        string[] shapes =
        [
            "1-1", "1-2", "2-3-4", "3-5-2", "4-8-3", "5-6-7", "7-9-8", "8-16-4", "9-17-12", "12-20-1", "16-13-11-9", "3-40-5", "33-4-33",
            "64-32-10", "50-50-1", "90-50-3", "410-9", "850-20-5", "100-100-8", "800-128-3",
        ];
        shapes = [.. shapes.Where((_, index) => TestShare.Includes(index, activation.Length, 3))];
        GeneratorHost host = new();
        foreach (string shape in shapes)
        {
            host.File($"Net{shape.Replace('-', 'x')}.nn.json", ShapedNetwork.Json(ShapedNetwork.Sizes(shape), activation, zeros));
        }

        System.Reflection.Assembly assembly = host.Run().Load();
        foreach (string shape in shapes)
        {
            CompiledNetwork compiled = new(assembly.GetType("Project.Net" + shape.Replace('-', 'x'), throwOnError: true)!);
            Check(shape, ShapedNetwork.Json(ShapedNetwork.Sizes(shape), activation, zeros), compiled);
        }
    }

    // The first layer's weights to neighbouring nodes are zero for some of them and not for others.
    [Theory]
    [InlineData("3-6-2")]
    [InlineData("4-12-5")]
    [InlineData("9-40-3")]
    [InlineData("40-90-3")]
    [InlineData("150-150", 0.85)]
    [InlineData("150-150", 0.97)]
    [InlineData("800-128")]
    public void Weights_of_zero_ignore_anything_within_a_vector(string shape, double zeros = 0.6)
    {
        int[] sizes = ShapedNetwork.Sizes(shape);
        string json = ShapedNetwork.Json(sizes, "relu", zeros);
        CompiledNetwork compiled = new GeneratorHost().File("Net.nn.json", json).Run().Network("Project.Net");
        Network network = Read(json);
        Random random = new(3);
        foreach (double special in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            double[] input = [.. Enumerable.Range(0, sizes[0]).Select(i => i == 1 ? special : random.Next(-8, 8) / 4.0)];
            double[] expected = Interpreter.Predict(network, input);
            double[] rows = compiled.PredictBatch([.. Enumerable.Range(0, 10).SelectMany(_ => input)]);
            Close(shape, expected, compiled.Predict(input));
            Close(shape, [.. Enumerable.Range(0, 10).SelectMany(_ => expected)], rows);
        }
    }

    private static Network Read(string json)
    {
        ProblemList problems = new();
        return NetworkBinder.Bind("Net", null, NetworkFileReader.Read(json, problems, default), "", problems).Network!;
    }

    private static void Check(string shape, string json, CompiledNetwork compiled)
    {
        Network network = Read(json);
        Random random = new(5);
        double[][] inputs = [.. Enumerable.Range(0, 37).Select(_ => Enumerable.Range(0, network.Input.Size).Select(_ => (double)(float)((2 * random.NextDouble()) - 1)).ToArray())];
        double[][] expected = [.. inputs.Select(input => Interpreter.Predict(network, input))];
        for (int i = 0; i < 3; i++)
        {
            Close(shape, expected[i], compiled.Predict(inputs[i]));
            Assert.Equal(compiled.Predict(inputs[i]), compiled.Predict(inputs[i]));
        }

        double[] batch = compiled.PredictBatch([.. inputs.SelectMany(input => input)]);
        Close(shape, [.. expected.SelectMany(row => row)], batch);

        // The same row has the same bits wherever it stands, and among whichever others.
        foreach (int rows in new[] { 1, 2, 7, 8, 9, 13, 36 })
        {
            double[] some = compiled.PredictBatch([.. inputs.Skip(37 - rows).SelectMany(input => input)]);
            Assert.Equal(batch.Skip((37 - rows) * network.Output.Size), some);
        }
    }

    private static void Close(string shape, double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        double scale = expected.Where(double.IsFinite).Select(Math.Abs).Append(0.25).Max();
        for (int i = 0; i < expected.Length; i++)
        {
            bool isSame = double.IsFinite(expected[i]) ? Math.Abs(expected[i] - actual[i]) <= 2e-6 * scale : expected[i].Equals(actual[i]);
            Assert.True(isSame, $"{shape}, output {i}: {actual[i]:R} instead of {expected[i]:R}");
        }
    }
}
