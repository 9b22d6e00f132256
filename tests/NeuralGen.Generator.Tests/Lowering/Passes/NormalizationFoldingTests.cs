using NeuralGen.Compiler.Lowering.Passes;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Generator.Tests.Lowering.Passes;

/// <summary>Where the factors of a normalisation go into the layer beside it, and where they had better not.</summary>
public class NormalizationFoldingTests
{
    private const string Dense = """{ "type": "dense", "name": "d", "weights": [[1, 2], [3, 4]], "bias": [5, 6] }""";
    private const string Convolution = """
        { "type": "reshape", "name": "rows", "shape": [2, 3] },
        { "type": "conv1d", "name": "c", "weights": [[[1, 2], [3, 4]], [[5, 6], [7, 8]]], "bias": [1, -1] }
        """;

    [Theory]
    [InlineData("[16, 2]", "d = dense [0.5 0.5 1.5 1] + [-4 -20] with n of input")]
    [InlineData("[-16, 2]", "d = dense [0.5 0.5 1.5 1] + [12 28] with n of input")]
    [InlineData("[-17, 2]", "n = affine - [-17 2] * [0.5 0.25] + [0 0] of input\nd = dense [1 2 3 4] + [5 6] of n")]
    public void The_centre_may_be_eight_scales_from_zero(string mean, string expected) => After(2, $$"""
        { "type": "normalization", "name": "n", "mean": {{mean}}, "scale": [2, 4] }, {{Dense}}
        """, $"{expected}\noutput: d");

    [Fact]
    public void A_normalization_that_two_layers_read_stays() => After(2, $$"""
        { "type": "normalization", "name": "n", "mean": [1, 2], "scale": [2, 4] }, {{Dense}}, { "type": "add", "name": "sum", "inputs": ["d", "n"] }
        """, """
        n = affine - [1 2] * [0.5 0.25] + [0 0] of input
        d = dense [1 2 3 4] + [5 6] of n
        sum = add of d, n
        output: sum
        """);

    [Theory]
    [InlineData("[[1e20]]", "[1]", "[0]", "[1e-38]", "d = dense [1E+39] + [0] with b of input")]
    [InlineData("[[1e-30]]", "[1e-10]", "[0]", "[1]", "d = dense [1E-40] + [0] with b of input")]
    [InlineData("[[1]]", "[1]", "[1e30]", "[1e-38]", "d = dense [1E+19] + [-1E+49] with b of input")]
    public void Double_precision_has_room_for_what_single_precision_has_not(string weights, string gamma, string mean, string variance, string folded)
    {
        string layers = $$"""
            { "type": "dense", "name": "d", "weights": {{weights}} },
            { "type": "batch_normalization", "name": "b", "gamma": {{gamma}}, "mean": {{mean}}, "variance": {{variance}}, "epsilon": 1e-45 }
            """;
        Assert.Equal($"{folded}\noutput: d\n", NetworkText.Write(NormalizationFolding.Run(NetworkText.Read(layers, 1, """ "precision": "double", """))));
        Assert.Contains("b = affine", NetworkText.Write(NormalizationFolding.Run(NetworkText.Read(layers, 1))), StringComparison.Ordinal);
    }

    [Fact]
    public void Zeros_among_weights_stay_zeros() => After(2, """
        { "type": "dense", "name": "d", "weights": [[0, 1], [3, 0]] },
        { "type": "batch_normalization", "name": "b", "gamma": [0.5, 2], "beta": [1, 2], "mean": [4, 3], "variance": [1, 1], "epsilon": 1e-30 }
        """, """
        d = dense [0 0.5 6 0] + [-1 -4] with b of input
        output: d
        """);

    [Fact]
    public void Normalizations_one_behind_the_other_go_into_the_layer_before_them() => After(2, $$"""
        {{Dense}},
        { "type": "normalization", "name": "n", "mean": [1, 2], "scale": [2, 4] },
        { "type": "normalization", "name": "m", "mean": [1, 0], "scale": [0.5, 0.25] },
        { "type": "dense", "name": "e", "weights": [[1, 1]] }
        """, """
        d = dense [1 2 3 4] + [2 4] with n with m of input
        e = dense [1 1] of d
        output: e
        """);

    [Theory]
    [InlineData("1e-39", false)]
    [InlineData("1e-37", true)]
    public void A_scale_stays_a_divisor_where_its_inverse_is_out_of_range(string scale, bool isFactor) =>
        Assert.Equal(isFactor, NetworkText.Write(NormalizationFolding.Run(NetworkText.Read($$"""{ "type": "normalization", "name": "n", "mean": [0], "scale": [{{scale}}] }""", 1)))
            .Contains("n = affine", StringComparison.Ordinal));

    [Theory]
    [InlineData("""{ "type": "batch_normalization", "name": "b", "gamma": [2, 3], "beta": [10, 20], "mean": [1, 1], "variance": [4, 9], "epsilon": 1e-30 }""", true)]
    [InlineData("""{ "type": "normalization", "name": "b", "mean": [1, 2], "scale": [2, 4] }""", true)]
    [InlineData("""{ "type": "flatten", "name": "f" }, { "type": "batch_normalization", "name": "b", "gamma": [2, 3, 4, 5], "beta": [10, 20, 0, 1], "mean": [1, 1, 2, 3], "variance": [4, 9, 1, 1], "epsilon": 1e-30 }""", false)]
    public void A_convolution_takes_factors_of_its_units_in(string layers, bool isFolded)
    {
        Network network = NetworkText.Read($"{Convolution}, {layers}", 6);
        Network changed = NormalizationFolding.Run(network);
        Assert.Equal(isFolded, !NetworkText.Write(changed).Contains("b = affine", StringComparison.Ordinal));
        double[] input = [1, -2, 3, 0.5, 0, 4];
        Assert.All(Interpreter.Predict(network, input).Zip(Interpreter.Predict(changed, input)), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    /// <summary>Factors of another number of channels, or of others that lie beside each other, are not those of the units.</summary>
    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(4, 1, false)]
    [InlineData(2, 1, false)]
    [InlineData(0, 0, false)]
    public void Factors_of_other_channels_stay(int count, int inner, bool isFolded)
    {
        Network network = NetworkText.Read($$"""{{Convolution}}, { "type": "normalization", "name": "b", "mean": [1, 2], "scale": [2, 4] }""", 6);
        NetworkNumbers numbers = new(100, new NumberArray([1, 2, 3, 4]));
        Operation last = network.Operations[^1];
        AffineOperation affine = new(last.Layer, last.Inputs, last.Output, numbers, numbers, numbers) { Channels = new ChannelMap(count, inner) };
        Assert.Equal(isFolded, ConvolutionFolding.Back(network.Operations.OfType<ConvolutionOperation>().Single(), affine, new NumberIds(200)) is not null);
    }

    private static void After(int inputs, string layers, string expected) =>
        Assert.Equal(expected.ReplaceLineEndings("\n") + "\n", NetworkText.Write(NormalizationFolding.Run(NetworkText.Read(layers, inputs))));
}
