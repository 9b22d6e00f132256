using NeuralGen.Compiler.Lowering.Passes;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;

namespace NeuralGen.Generator.Tests.Lowering.Passes;

/// <summary>Each pass by itself: layers in, operations out.</summary>
public class LoweringPassTests
{
    private const string Dense = """{ "type": "dense", "name": "d", "weights": [[1, 2], [3, 4]], "bias": [5, 6] }""";

    [Theory]
    [InlineData("[[1], [-1]]", "one = scatter of input, three")]
    [InlineData("[[1], [4]]", "one = scatter of input, two, three")]
    public void Updates_at_known_positions_are_moved_where_all_are_within(string indices, string expected) => After(ConstantFolding.Run, 2, $$"""
        { "type": "constant", "name": "two", "values": {{indices}}, "element_type": "long" },
        { "type": "constant", "name": "three", "values": [[7], [8]] },
        { "type": "reshape", "name": "column", "inputs": ["input"], "shape": [2, 1] },
        { "type": "concat", "name": "rows", "inputs": ["column", "column"] },
        { "type": "scatter", "name": "one", "inputs": ["rows", "two", "three"] }
        """, $"""
        two = constant of 
        three = constant of 
        column = reshape of input
        rows = concat of column, column
        {expected.Replace("input", "rows", StringComparison.Ordinal)}
        output: one
        """);

    [Theory]
    [InlineData("""{ "type": "reduce", "name": "last", "operation": "sum", "axes": [0] }""", "last = reduce of input")]
    [InlineData("""{ "type": "slice", "name": "cut", "axis": 1, "start": 1 }, { "type": "reduce", "name": "last", "operation": "max", "axes": [1] }""", "cut = slice of turned\nlast = reduce of turned")]
    [InlineData("""{ "type": "reduce", "name": "one", "operation": "sum", "axes": [0] }, { "type": "reduce", "name": "two", "inputs": ["turned"], "operation": "max", "axes": [0] }, { "type": "add", "name": "last", "inputs": ["one", "two"] }""", "one = reduce of turned\ntwo = reduce of turned\nlast = add of one, two")]
    [InlineData("""{ "type": "pad", "name": "wide", "padding": [0, 1, 0, 1] }, { "type": "average_pool1d", "name": "last", "kernel": 2, "stride": 1 }""", "wide = pad of turned\nlast = average_pool of turned")]
    [InlineData("""{ "type": "pad", "name": "wide", "padding": [0, 1, 0, 1] }, { "type": "max_pool1d", "name": "last", "kernel": 2, "stride": 1 }""", "wide = pad of turned\nlast = max_pool of wide")]
    [InlineData("""{ "type": "pad", "name": "wide", "padding": [0, 2, 0, 1] }, { "type": "average_pool1d", "name": "last", "kernel": 2, "stride": 1 }""", "wide = pad of turned\nlast = average_pool of wide")]
    [InlineData("""{ "type": "pad", "name": "wide", "padding": [0, 1, 0, 1], "value": 3 }, { "type": "average_pool1d", "name": "last", "kernel": 2, "stride": 1 }""", "wide = pad of turned\nlast = average_pool of wide")]
    [InlineData("""{ "type": "pad", "name": "wide", "padding": [0, 1, 0, 2] }, { "type": "average_pool1d", "name": "last", "kernel": 2, "stride": 1 }""", "wide = pad of turned\nlast = average_pool of wide")]
    [InlineData("""{ "type": "pad", "name": "wide", "padding": [1, 0, 0, 0] }, { "type": "average_pool1d", "name": "last", "kernel": 2, "stride": 1 }""", "wide = pad of turned\nlast = average_pool of wide")]
    [InlineData("""{ "type": "pad", "name": "wide", "padding": [0, 1, 0, 1] }, { "type": "average_pool1d", "name": "last", "kernel": 3, "stride": 1, "padding": "same", "count_include_pad": false }""", "wide = pad of turned\nlast = average_pool of wide")]
    public void Values_are_read_where_they_lie_instead_of_where_they_are_moved(string layers, string expected) => After(MoveFolding.Run, 6, $$"""
        { "type": "reshape", "name": "rows", "shape": [2, 3] }, { "type": "transpose", "name": "turned", "axes": [1, 0] }, {{layers}}
        """, $"""
        rows = reshape of input
        turned = transpose of rows
        {expected}
        output: last
        """);

    [Fact]
    public void Identities_vanish_and_their_readers_read_what_they_read() => After(IdentityRemoval.Run, 2, $$"""
        { "type": "dropout", "name": "drop", "rate": 0.5 },
        {{Dense}},
        { "type": "activation", "name": "same", "activation": "linear" },
        { "type": "add", "name": "sum", "inputs": ["same", "drop"] }
        """, """
        d = dense [1 2 3 4] + [5 6] of input
        sum = add of d, input
        output: sum
        """);

    [Fact]
    public void An_output_that_is_an_identity_is_what_it_reads() => After(IdentityRemoval.Run, 2, $$"""
        {{Dense}}, { "type": "dropout", "name": "drop", "rate": 0.5 }
        """, """
        d = dense [1 2 3 4] + [5 6] of input
        output: d
        """);

    [Fact]
    public void Dropout_stays_for_training_where_it_drops_something_behind_which_layers_follow() =>
        After(network => IdentityRemoval.Run(network, keepsDropout: true), 2, $$"""
        { "type": "dropout", "name": "kept", "rate": 0.5 },
        { "type": "dropout", "name": "nothing", "rate": 0 },
        {{Dense}},
        { "type": "dropout", "name": "last", "rate": 0.5 },
        { "type": "dropout", "name": "very_last", "rate": 0.25 },
        { "type": "dropout", "name": "last_of_all", "rate": 0.125 }
        """, """
        kept = dropout of input
        d = dense [1 2 3 4] + [5 6] of kept
        output: d
        """);

    [Fact]
    public void A_normalization_before_a_dense_layer_scales_its_columns_and_shifts_its_bias() => After(NormalizationFolding.Run, 2, $$"""
        { "type": "normalization", "name": "n", "mean": [1, 2], "scale": [2, 4] }, {{Dense}}
        """, """
        d = dense [0.5 0.5 1.5 1] + [3.5 2.5] with n of input
        output: d
        """);

    [Fact]
    public void A_normalization_that_would_cancel_digits_stays_and_subtracts_first() => After(NormalizationFolding.Run, 2, $$"""
        { "type": "normalization", "name": "n", "mean": [17, 2], "scale": [2, 4] }, {{Dense}}
        """, """
        n = affine - [17 2] * [0.5 0.25] + [0 0] of input
        d = dense [1 2 3 4] + [5 6] of n
        output: d
        """);

    [Fact]
    public void A_batch_normalization_behind_a_dense_layer_scales_its_rows() => After(NormalizationFolding.Run, 2, $$"""
        {{Dense}}, { "type": "batch_normalization", "name": "b", "gamma": [2, 3], "beta": [10, 20], "mean": [1, 1], "variance": [4, 9], "epsilon": 1e-30 }
        """, """
        d = dense [1 2 3 4] + [14 25] with b of input
        output: d
        """);

    [Fact]
    public void A_batch_normalization_whose_dense_layer_has_other_readers_stays() => After(NormalizationFolding.Run, 2, $$"""
        {{Dense}},
        { "type": "batch_normalization", "name": "b", "gamma": [2, 3], "beta": [10, 20], "mean": [1, 1], "variance": [4, 9], "epsilon": 1e-30 },
        { "type": "add", "name": "sum", "inputs": ["b", "d"] }
        """, """
        d = dense [1 2 3 4] + [5 6] of input
        b = affine - [1 1] * [1 1] + [10 20] of d
        sum = add of b, d
        output: sum
        """);

    [Fact]
    public void Weights_that_would_leave_the_precisions_range_are_not_folded() => After(NormalizationFolding.Run, 1, """
        { "type": "dense", "name": "d", "weights": [[1e20]] },
        { "type": "batch_normalization", "name": "b", "gamma": [1], "mean": [0], "variance": [1e-38], "epsilon": 1e-45 }
        """, """
        d = dense [1E+20] of input
        b = affine - [0] * [1E+19] + [0] of d
        output: b
        """);

    [Fact]
    public void Operations_that_the_output_does_not_depend_on_are_removed() => After(DeadOperationRemoval.Run, 2, $$"""
        {{Dense}},
        { "type": "dense", "name": "unread", "weights": [[1, 1]], "inputs": ["input"] },
        { "type": "activation", "name": "a", "activation": "relu", "inputs": ["d"] }
        """, """
        d = dense [1 2 3 4] + [5 6] of input
        a = relu of d
        output: a
        """);

    [Fact]
    public void A_formula_moves_into_its_only_reader() => After(MapSubstitution.Run, 2, """
        { "type": "expression", "name": "a", "formula": "input * 2 + 1" },
        { "type": "expression", "name": "b", "formula": "a > 0 ? input : -1", "inputs": ["a", "input"] },
        { "type": "expression", "name": "c", "formula": "tanh(b) / input", "inputs": ["b", "input"] }
        """, """
        c = expression tanh(input * 2 + 1 > 0 ? input : -1) / input of input
        output: c
        """);

    [Fact]
    public void A_formula_that_is_read_twice_or_again_and_again_stays() => After(MapSubstitution.Run, 2, """
        { "type": "expression", "name": "a", "formula": "exp(input)" },
        { "type": "expression", "name": "b", "formula": "a * a + 1", "inputs": ["a"] },
        { "type": "reduce", "name": "m", "operation": "max", "keep_dimensions": true },
        { "type": "expression", "name": "c", "formula": "m + 1", "inputs": ["m"] },
        { "type": "expression", "name": "d", "formula": "b - c", "inputs": ["b", "c"] }
        """, """
        a = expression exp(input) of input
        b = expression a * a + 1 of a
        m = reduce of b
        c = expression m + 1 of m
        d = expression b - c of b, c
        output: d
        """);

    [Fact]
    public void Elements_behind_weights_of_zero_are_not_needed()
    {
        Network network = NetworkText.Read("""
            { "type": "dense", "name": "d", "weights": [[1, 0, 2], [0, 3, 0]] },
            { "type": "activation", "name": "a", "activation": "tanh" },
            { "type": "dense", "name": "e", "weights": [[4, 0]] }
            """, 3);
        Assert.Equal(["101", "10", "10", "1"], NeededElements.Of(network).Select(Marks));
    }

    private static string Marks(bool[] needed) => string.Concat(needed.Select(isNeeded => isNeeded ? '1' : '0'));

    private static void After(Func<Network, Network> pass, int inputs, string layers, string expected) =>
        Assert.Equal(expected.ReplaceLineEndings("\n") + "\n", NetworkText.Write(pass(NetworkText.Read(layers, inputs))));
}
