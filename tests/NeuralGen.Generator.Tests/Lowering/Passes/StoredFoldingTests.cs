using NeuralGen.Compiler.Lowering.Passes;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Generator.Tests.Lowering.Passes;

/// <summary>Batch normalisations whose numbers lie in a resource: what the program has to work out, and that it comes to the same.</summary>
public class StoredFoldingTests
{
    private const string Dense = """{ "type": "dense", "name": "d", "weights": [[1, 2], [3, 4]], "bias": [5, 6] }""";
    private const string Sparse = """{ "type": "dense", "name": "d", "weights": [[1, 0], [3, 4]], "bias": [5, 6] }""";
    private const string Unbiased = """{ "type": "dense", "name": "d", "weights": [[1, 2], [3, 4]] }""";
    private const string Convolution = """
        { "type": "reshape", "name": "rows", "shape": [1, 2] },
        { "type": "conv1d", "name": "d", "weights": [[[1]], [[5]]], "bias": [1, -1] }
        """;

    private const string Batch = """{ "type": "batch_normalization", "name": "b", "gamma": [2, -3], "beta": [10, 20], "mean": [1, 2], "variance": [4, 9], "epsilon": 0.5 }""";

    [Theory]
    [InlineData($"{Dense}, {Batch}", "d b", true)]
    [InlineData($"{Unbiased}, {Batch}", "d b", true)]
    [InlineData($"{Convolution}, {Batch}", "d b", true)]
    [InlineData($"{Dense}, {Batch}", "b", true)]
    [InlineData($"{Dense}, {Batch}", "d", true)]
    [InlineData($"{Sparse}, {Batch}", "d b", false)]
    [InlineData($$"""{{Dense}}, {{Batch}}, { "type": "add", "name": "sum", "inputs": ["b", "d"] }""", "d b", false)]
    public void The_program_scales_weights_and_shifts_sums(string layers, string stored, bool isFolded)
    {
        Network network = NetworkText.Read(layers, 2);
        Dictionary<string, NumberArray> known = [];
        Network changed = NormalizationFolding.Run(Hide(network, stored, known), arePacked: true);
        Assert.Equal(!isFolded, changed.Operations.Any(operation => operation is AffineOperation));
        Assert.DoesNotContain(changed.Operations, operation => operation is BatchNormalizationOperation);
        EquatableArray<string>? folded = changed.Operations.Single(operation => operation.Layer == "d") switch
        {
            DenseOperation dense => dense.FoldedLayers,
            var operation => ((ConvolutionOperation)operation).FoldedLayers,
        };
        Assert.Equal(isFolded ? ["b"] : [], folded ?? new([]));
        PassCheck.AreSame(network, WorkedOut(changed, known));
    }

    [Fact]
    public void Channels_that_are_neighbours_are_units_too()
    {
        Network network = ChannelsLast.Run(NetworkText.Read($$"""
            { "type": "reshape", "name": "rows", "shape": [1, 3] },
            { "type": "conv1d", "name": "d", "weights": [[[1, 2]], [[5, -1]]], "bias": [1, -1] }, {{Batch}}
            """, 3));
        Dictionary<string, NumberArray> known = [];
        Network changed = NormalizationFolding.Run(Hide(network, "d b", known), arePacked: true);
        Assert.DoesNotContain(changed.Operations, operation => operation is AffineOperation or BatchNormalizationOperation);
        PassCheck.AreSame(network, WorkedOut(changed, known));
    }

    [Fact]
    public void Without_packed_weights_the_program_has_factors_alone()
    {
        Network network = NetworkText.Read($"{Dense}, {Batch}", 2);
        Dictionary<string, NumberArray> known = [];
        Network changed = NormalizationFolding.Run(Hide(network, "d b", known), arePacked: false);
        Assert.IsType<AffineOperation>(changed.Operations[^1]);
        PassCheck.AreSame(network, WorkedOut(changed, known));
    }

    /// <summary>Each number of packed weights is scaled once.</summary>
    [Fact]
    public void A_second_normalization_stays()
    {
        Network network = NetworkText.Read($"{Dense}, {Batch}, {Batch.Replace("\"b\"", "\"c\"", StringComparison.Ordinal)}", 2);
        Dictionary<string, NumberArray> known = [];
        Network changed = NormalizationFolding.Run(Hide(network, "d b c", known), arePacked: true);
        Assert.Equal("c", Assert.IsType<AffineOperation>(changed.Operations[^1]).Layer);
        Assert.Equal(2, changed.Operations.Count);
        PassCheck.AreSame(network, WorkedOut(changed, known));
    }

    [Fact]
    public void Factors_that_are_known_stay_beside_a_layer_that_is_not_one_of_weights()
    {
        Network network = NetworkText.Read($$"""{ "type": "activation", "name": "a", "activation": "relu" }, {{Batch}}""", 2);
        Dictionary<string, NumberArray> known = [];
        Network changed = NormalizationFolding.Run(Hide(network, "b", known), arePacked: true);
        Assert.IsType<AffineOperation>(changed.Operations[^1]);
        PassCheck.AreSame(network, WorkedOut(changed, known));
    }

    /// <summary>The network with the numbers of some layers in a resource.</summary>
    private static Network Hide(Network network, string layers, Dictionary<string, NumberArray> known)
    {
        NetworkNumbers Hidden(NetworkNumbers numbers)
        {
            string name = $"numbers {numbers.Id}";
            known[name] = numbers.Values;
            return numbers with { Values = new NumberArray(new StoredNumbers("resource", name, Compiler.Values.Precision.Single, 0, numbers.Count) { NonZeros = numbers.Values.CountNonZeros() }) };
        }

        return Changed(network, operation => layers.Split(' ').Contains(operation.Layer), Hidden);
    }

    /// <summary>The network with the numbers that its program would find and work out.</summary>
    private static Network WorkedOut(Network network, Dictionary<string, NumberArray> known)
    {
        double[] Values(NetworkNumbers numbers)
        {
            if (numbers.Derivation is not { } derivation)
            {
                return numbers.Values.Stored is { } stored ? known[stored.Tensor].ToArray() : numbers.ToArray();
            }

            (double[] gamma, double[] variance) = (Values(derivation.Gamma), Values(derivation.Variance));
            double[] factors = [.. gamma.Select((value, unit) => value / Math.Sqrt(variance[unit] + derivation.Epsilon))];
            double[]? source = derivation.Source is null ? null : Values(derivation.Source);
            Assert.Equal(derivation.Part == DerivedPart.Factors ? "" : "d", derivation.Folded);
            return derivation.Part switch
            {
                DerivedPart.Factors => factors,
                DerivedPart.Weights => [.. source!.Select((weight, i) => weight * factors[i / (source!.Length / factors.Length)])],
                _ => [.. factors.Select((factor, unit) => (((source?[unit] ?? 0) - Values(derivation.Mean!)[unit]) * factor) + Values(derivation.Beta!)[unit])],
            };
        }

        return Changed(network, _ => true, numbers => new NetworkNumbers(numbers.Id, new NumberArray(Values(numbers))));
    }

    private static Network Changed(Network network, Func<Operation, bool> isWanted, Func<NetworkNumbers, NetworkNumbers> change) => network with
    {
        Operations = network.Operations.Select(operation => !isWanted(operation) ? operation : operation switch
        {
            DenseOperation dense => dense with { Weights = change(dense.Weights), Bias = dense.Bias is { } bias ? change(bias) : null },
            ConvolutionOperation convolution => convolution with { Weights = change(convolution.Weights), Bias = convolution.Bias is { } bias ? change(bias) : null },
            BatchNormalizationOperation batch => batch with { Gamma = change(batch.Gamma), Beta = change(batch.Beta), Mean = change(batch.Mean), Variance = change(batch.Variance) },
            AffineOperation affine => affine with { Center = change(affine.Center), Scale = change(affine.Scale), Offset = change(affine.Offset) },
            _ => operation,
        }).ToEquatableArray(),
    };
}
