using System.Globalization;
using NeuralGen.Compiler.Emission;
using NeuralGen.Generator.Tests.Fingerprints;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>The generated code in each of its forms, of the smallest networks that get it.</summary>
public class FormSnapshotTests
{
    [Fact]
    public void Across_samples() => Snapshot.Verify(Of($$"""
        { "inputs": 2, "layers": [ {{Dense("hidden", 2, 2, "tanh")}}, {{Dense("out", 2, 1, "sigmoid")}} ], "loss": "binary_cross_entropy" }
        """));

    [Fact]
    public void Across_units() => Snapshot.Verify(Of($$"""
        { "gradients": false, "inputs": 5, "layers": [ {{Dense("hidden", 5, 8, "relu")}}, {{Dense("out", 8, 3, "softmax")}} ] }
        """));

    [Fact]
    public void Across_units_with_weights_of_zero() => Snapshot.Verify(Of($$"""
        { "gradients": false, "inputs": 5, "layers": [ {{Dense("hidden", 5, 8, "tanh", share: 0.8)}}, {{Dense("out", 8, 1, "linear")}} ] }
        """));

    [Fact]
    public void Across_units_of_wide_layers() => Snapshot.Verify(Of($$"""
        { "gradients": false, "inputs": 3, "layers": [ {{Dense("hidden", 3, 20, "relu")}}, {{Dense("out", 20, 11, "softmax", share: 0.7)}} ] }
        """));

    [Fact]
    public void Stages_in_double_precision() => Snapshot.Verify(Of($$"""
        { "gradients": false, "precision": "double", "emission": "vectorized", "inputs": 3, "layers": [
            {{Dense("hidden", 3, 4, "gelu")}}, { "type": "layer_normalization" }, {{Dense("out", 4, 2, "softmax", share: 0.7)}} ] }
        """));

    [Fact]
    public void Stages_with_a_statement_per_node() => Snapshot.Verify(Of($$"""
        { "gradients": false, "emission": "unrolled", "inputs": 34, "layers": [ {{Dense("hidden", 34, 31, "relu")}}, {{Dense("out", 31, 1, "linear")}} ] }
        """));

    [Fact]
    public void Kernels_with_gradients() => Snapshot.Verify(Of($$"""
        { "emission": "vectorized", "inputs": 3, "layers": [ {{Dense("hidden", 3, 4, "mish")}}, {{Dense("out", 4, 2, "softmax")}} ],
          "loss": "categorical_cross_entropy" }
        """));

    [Fact]
    public void Sparse_layer() => Snapshot.Verify(Of($$"""
        { "gradients": false, "emission": "vectorized", "inputs": 50, "layers": [ {{Dense("sparse", 50, 40, "relu", share: 0.03)}}, {{Dense("out", 40, 1, "linear")}} ] }
        """));

    [Fact]
    public void Large_layer_with_one_packed_copy() => Snapshot.Verify(Of($$"""
        { "gradients": false, "inputs": 784, "layers": [ {{Dense("large", 784, 128, "relu")}}, {{Dense("out", 128, 1, "linear")}} ] }
        """));

    [Fact]
    public void Stored_numbers() => Snapshot.Verify(Of($$"""
        { "gradients": false, "emission": "vectorized", "inputs": 32, "layers": [ {{Dense("hidden", 32, 8, "relu")}}, {{Dense("out", 8, 1, "linear")}} ] }
        """));

    [Fact]
    public void Numbers_read_in_place() => Snapshot.Verify(new GeneratorHost()
        .File("/project/Net.nn.json", """
            { "gradients": false, "inputs": [ { "name": "image", "shape": [4, 8, 8] } ], "tensors": "large.safetensors", "layers": [
                { "type": "conv2d", "name": "conv1", "padding": "same" },
                { "type": "batch_normalization", "name": "bn1" }, { "type": "activation", "activation": "relu", "name": "act1" },
                { "type": "flatten", "name": "flat" }, { "type": "dense", "name": "fc" } ] }
            """)
        .File("/project/obj/large.safetensors.facts.json", new Facts()
            .Large("bn1.bias", 8).Large("bn1.running_mean", 8).Large("bn1.running_var", 8).Large("bn1.weight", 8)
            .Large("conv1.bias", 8).Large("conv1.weight", 8, 4, 3, 3).Large("fc.weight", 128, 512).ToString())
        .Run());

    [Fact]
    public void Small_convolution() => Snapshot.Verify(Of("""
        { "gradients": false, "inputs": [ { "name": "signal", "shape": [1, 8] } ], "layers": [
            { "type": "conv1d", "name": "edges", "weights": [[[1, 0, -1]]], "bias": [0.5], "activation": "relu" },
            { "type": "max_pool1d", "name": "pooled", "kernel": 2 }, { "type": "flatten", "name": "flat" },
            { "type": "dense", "name": "out", "weights": [[1, -2, 0.5]] } ] }
        """));

    [Fact]
    public void Several_tensors() => Snapshot.Verify(Of("""
        { "inputs": [ { "name": "score", "shape": 2 }, { "name": "cards", "shape": 2, "type": "long" } ], "layers": [
            { "type": "embedding", "name": "table", "inputs": ["cards"], "weights": [[0, 1], [1, 0], [1, 1]] },
            { "type": "flatten", "name": "hand" }, { "type": "concat", "name": "state", "inputs": ["score", "hand"] },
            { "type": "dense", "name": "values", "weights": [[1, 0, 1, 0, 2, 0.5], [0, 1, 0, 1, 1, 0.25]], "activation": "tanh" },
            { "type": "arg_max", "name": "best" } ],
          "outputs": [ { "name": "values" }, { "name": "choice", "from": "best" } ] }
        """));

    [Fact]
    public void Convolution_by_kernels() => Snapshot.Verify(Of("""
        { "emission": "vectorized", "inputs": [ { "name": "image", "shape": [2, 4, 4] } ], "layers": [
            { "type": "conv2d", "name": "edges", "kernel": 1, "weights": [[[[1]], [[2]]], [[[0.5]], [[-1]]]], "activation": "relu" },
            { "type": "batch_normalization", "name": "normal", "gamma": [1, 2], "beta": [0, 1], "mean": [0.5, 0.25], "variance": [1, 2] },
            { "type": "max_pool2d", "name": "pooled", "kernel": 2 }, { "type": "flatten", "name": "flat" },
            { "type": "dense", "name": "out", "weights": [[1, 2, 3, 4, 5, 6, 7, 8]] } ] }
        """));

    [Fact]
    public void Old_platform()
    {
        GeneratorHost host = Host($$"""
            { "inputs": ["a", "b"], "labels": ["no", "yes"], "layers": [ {{Dense("hidden", 2, 3, "relu")}}, {{Dense("out", 3, 2, "softmax")}} ],
              "loss": "categorical_cross_entropy" }
            """);
        FingerprintPlatform old = FingerprintPlatform.All.Single(platform => platform.Name == "netstandard2.0");
        NetworkModel model = FingerprintedCode.Models(host).Single();
        Snapshot.Verify(FingerprintedCode.Write(model, old).Select(file => KeyValuePair.Create($"Project.Net{file.Suffix}.g.cs", file.Text)));
    }

    private static GeneratedProject Of(string json) => Host(json).Run();

    private static GeneratorHost Host(string json) => new GeneratorHost().File("/project/Net.nn.json", json);

    /// <summary>A layer with weights that are short to read, a share of them not zero.</summary>
    private static string Dense(string name, int inputs, int units, string activation, double share = 1)
    {
        int weight = 0;
        string rows = string.Join(", ", Enumerable.Range(0, units).Select(_ => $"[{string.Join(", ", Enumerable.Range(0, inputs).Select(_ => Weight(weight++, share)))}]"));
        string bias = string.Join(", ", Enumerable.Range(0, units).Select(unit => Number((unit % 5 / 4.0) - 0.5)));
        return $$"""{ "type": "dense", "name": "{{name}}", "weights": [{{rows}}], "bias": [{{bias}}], "activation": "{{activation}}" }""";
    }

    private static string Weight(int index, double share) => Number(index * 0.618 % 1 < share ? (((index * 7) + 3) % 16 / 8.0) - 0.9375 : 0);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
