using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>Layers of whole numbers and truth values, against the same in C#, and what of them cannot be.</summary>
public class WholeLayerTests
{
    private static readonly int[] Ints = [3, -7, 2147483647, 5, 0, -2147483648, 1, 2, 3, -4, 65536, 65536];
    private static readonly int[] Others = [1, 2, 3, -1, 2147483647, -2, 7, 5, 3, -9, 65536, -65536];
    private static readonly sbyte[] Bytes = [100, 100, -100, -128, 5, 3, 1, 0, 127, 127, -1, 7];
    private static readonly bool[] Truths = [true, false, true, true, true, true, false, false, false, true, false, false];
    private static readonly long[] Longs = [long.MaxValue, 1, 9007199254740993, -5, long.MinValue, -1, 7, 7, 7, 1, 1L << 40, 1L << 30];

    [Fact]
    public void Ints_are_added_reduced_multiplied_padded_and_clamped() => new TypedCheck([("a", Ints), ("b", Others)], 2)
        .Add("sum", """{ "type": "add", "name": "sum", "inputs": ["a", "b", "a"] }""", Ints.Zip(Others, (a, b) => unchecked(a + b + a)).ToArray())
        .Add("both", """{ "type": "concat", "name": "both", "inputs": ["a", "b"] }""", new[] { 0, 1 }.SelectMany(row => Ints.Skip(6 * row).Take(6).Concat(Others.Skip(6 * row).Take(6))).ToArray())
        .Add("clamped", """{ "type": "clamp", "name": "clamped", "inputs": ["a"], "min": -5, "max": 2147483647 }""", Array.ConvertAll(Ints, a => Math.Max(a, -5)))
        .Add("padded", """{ "type": "pad", "name": "padded", "inputs": ["a"], "padding": [1, 0], "value": -9 }""", new[] { -9, 3, -7, 2147483647, 5, 0, -2147483648, -9, 1, 2, 3, -4, 65536, 65536 })
        .Add("reduced", """{ "type": "reshape", "name": "m", "inputs": ["a"], "shape": [3, 2] }, { "type": "reduce", "name": "reduced", "operation": "sum", "axes": [1] }""", Pairs(Ints, (a, b) => unchecked(a + b)))
        .Add("mean", """{ "type": "reduce", "name": "mean", "inputs": ["m"], "operation": "mean", "axes": [1] }""", Pairs(Ints, (a, b) => (int)(((long)a + b) / 2)))
        .Add("largest", """{ "type": "reduce", "name": "largest", "inputs": ["m"], "operation": "max", "axes": [1] }""", Pairs(Ints, Math.Max))
        .Add("smallest", """{ "type": "reduce", "name": "smallest", "inputs": ["m"], "operation": "min", "axes": [1] }""", Pairs(Ints, Math.Min))
        .Add("product", """{ "type": "reduce", "name": "product", "inputs": ["m"], "operation": "product", "axes": [1] }""", Pairs(Ints, (a, b) => unchecked(a * b)))
        .Add("l1", """{ "type": "reduce", "name": "l1", "inputs": ["m"], "operation": "l1", "axes": [1] }""", Pairs(Ints, (a, b) => unchecked((int)(Math.Abs((long)a) + Math.Abs((long)b)))))
        .Add("squares", """{ "type": "reduce", "name": "squares", "inputs": ["m"], "operation": "sum_of_squares", "axes": [1] }""", Pairs(Ints, (a, b) => unchecked((a * a) + (b * b))))
        .Add("matrix", """{ "type": "reshape", "name": "n", "inputs": ["b"], "shape": [3, 2] }, { "type": "matmul", "name": "mm", "inputs": ["m", "n"], "transpose_left": true }, { "type": "flatten", "name": "matrix" }""", Product(Ints, Others, (a, b) => unchecked((int)((a[0] * b[0]) + (a[1] * b[1]) + (a[2] * b[2])))))
        .Add("tall", """{ "type": "matmul", "name": "tall", "inputs": ["m", "b3"], "transpose_right": true }""".Replace("b3", "n", StringComparison.Ordinal), Outer(Ints, Others))
        .Run();

    [Fact]
    public void Longs_and_bytes_wrap_too()
    {
        new TypedCheck([("a", Longs)], 2) { ChecksInterpreter = false }
            .Add("sum", """{ "type": "reshape", "name": "m", "shape": [3, 2] }, { "type": "reduce", "name": "sum", "operation": "sum", "axes": [1] }""", Pairs(Longs, (a, b) => unchecked(a + b)))
            .Add("product", """{ "type": "reduce", "name": "product", "inputs": ["m"], "operation": "product", "axes": [1] }""", Pairs(Longs, (a, b) => unchecked(a * b)))
            .Add("l1", """{ "type": "reduce", "name": "l1", "inputs": ["m"], "operation": "l1", "axes": [1] }""", Pairs(Longs, (a, b) => unchecked((a < 0 ? -a : a) + (b < 0 ? -b : b))))
            .Add("twice", """{ "type": "add", "name": "twice", "inputs": ["a", "a"] }""", Array.ConvertAll(Longs, a => unchecked(a + a)))
            .Run();
        new TypedCheck([("a", Bytes)], 2)
            .Add("sum", """{ "type": "reshape", "name": "m", "shape": [3, 2] }, { "type": "reduce", "name": "sum", "operation": "sum", "axes": [1] }""", Pairs(Bytes, (a, b) => unchecked((sbyte)(a + b))))
            .Add("mean", """{ "type": "reduce", "name": "mean", "inputs": ["m"], "operation": "mean", "axes": [1], "keep_dimensions": true }""", Pairs(Bytes, (a, b) => (sbyte)((a + b) / 2)))
            .Add("product", """{ "type": "reduce", "name": "product", "inputs": ["m"], "operation": "product", "axes": [1] }""", Pairs(Bytes, (a, b) => unchecked((sbyte)(a * b))))
            .Add("clamped", """{ "type": "clamp", "name": "clamped", "inputs": ["a"], "max": 5 }""", Array.ConvertAll(Bytes, a => Math.Min(a, (sbyte)5)))
            .Run();
    }

    [Fact]
    public void Truth_values_are_reduced_and_choose() => new TypedCheck([("m", Truths), ("a", Ints), ("x", Array.ConvertAll(Ints, a => a * 0.5))], 2)
        .Add("all", """{ "type": "reshape", "name": "t", "inputs": ["m"], "shape": [3, 2] }, { "type": "reduce", "name": "all", "operation": "min", "axes": [1] }""", Pairs(Truths, (a, b) => a && b))
        .Add("any", """{ "type": "reduce", "name": "any", "inputs": ["t"], "operation": "max", "axes": [1] }""", Pairs(Truths, (a, b) => a || b))
        .Add("padded", """{ "type": "pad", "name": "padded", "inputs": ["m"], "padding": [0, 1], "value": 1 }""", new[] { true, false, true, true, true, true, true, false, false, false, true, false, false, true })
        .Add("chosen", """{ "type": "constant", "name": "zero", "values": 7, "element_type": "int" }, { "type": "where", "name": "chosen", "inputs": ["m", "a", "zero"] }""", Truths.Zip(Ints, (m, a) => m ? a : 7).ToArray())
        .Add("floats", """{ "type": "constant", "name": "low", "values": "-infinity" }, { "type": "where", "name": "floats", "inputs": ["m", "x", "low"] }""", Truths.Zip(Ints, (m, a) => m ? a * 0.5 : double.NegativeInfinity).ToArray())
        .Add("less", """{ "type": "compare", "name": "less", "inputs": ["a", "zero"], "operator": "less" }""", Array.ConvertAll(Ints, a => a < 7))
        .Add("least", """{ "type": "compare", "name": "least", "inputs": ["a", "zero"], "operator": "greater_or_equal" }""", Array.ConvertAll(Ints, a => a >= 7))
        .Add("same", """{ "type": "compare", "name": "same", "inputs": ["m", "t0"], "operator": "not_equal" }""".Replace("t0", "m", StringComparison.Ordinal), Array.ConvertAll(Truths, _ => false))
        .Add("clamped", """{ "type": "clamp", "name": "clamped", "inputs": ["x"], "min": -1.5, "max": 10 }""", Array.ConvertAll(Ints, a => Math.Clamp(a * 0.5, -1.5, 10)))
        .Run();

    [Theory]
    [InlineData("""{ "type": "dense", "name": "d", "inputs": [{|NEURAL0143:"n"|}], "weights": [[1, 2]] }""", "Layer 'd' (dense) reads 'n', whose elements are of type 'long'; it needs 'float', which a layer 'cast' makes")]
    [InlineData("""{ "type": "add", "name": "d", "inputs": ["n", {|NEURAL0143:"k"|}] }""", "Layer 'd' (add) reads 'k', whose elements are of type 'int'; it needs 'long', as its first input has; a layer 'cast' makes it")]
    [InlineData("""{ "type": "where", "name": "d", "inputs": [{|NEURAL0143:"x"|}, "n", "n"] }""", "Layer 'd' (where) reads 'x', whose elements are of type 'float'; it needs 'bool', as comparisons give them")]
    [InlineData("""{ "type": "where", "name": "d", "inputs": ["m", "n", {|NEURAL0143:"x"|}] }""", "Layer 'd' (where) reads 'x', whose elements are of type 'float'; it needs 'long', as 'n' has; a layer 'cast' makes it")]
    [InlineData("""{ "type": "compare", "name": "d", "inputs": ["x", {|NEURAL0143:"n"|}], "operator": "less" }""", "Layer 'd' (compare) reads 'n', whose elements are of type 'long'; it needs 'float', as 'x' has; a layer 'cast' makes it")]
    [InlineData("""{ "type": "compare", "name": "d", "inputs": ["m", "m"], "operator": {|NEURAL0205:"less"|} }""", "'operator' of layer 'd' is 'less'; it must be 'equal' or 'not_equal' for truth values")]
    [InlineData("""{ "type": "reduce", "name": "d", "inputs": ["n"], "operation": {|NEURAL0205:"log_sum"|} }""", "'operation' of layer 'd' is 'log_sum'; it must be one of whole numbers, or 'n' be floats, which a layer 'cast' makes")]
    [InlineData("""{ "type": "reduce", "name": "d", "inputs": ["m"], "operation": {|NEURAL0205:"sum"|} }""", "'operation' of layer 'd' is 'sum'; it must be 'min' or 'max' for truth values")]
    [InlineData("""{ "type": "clamp", "name": "d", "inputs": ["k"], "min": {|NEURAL0205:0.5|} }""", "'min' of layer 'd' is 0.5; it must be a value of type 'int', which the layer reads")]
    [InlineData("""{ "type": "clamp", "name": "d", "inputs": ["x"], "min": 2, "max": {|NEURAL0205:1|} }""", "'max' of layer 'd' is 1; it must be at least 'min', 2")]
    [InlineData("""{ "type": "pad", "name": "d", "inputs": ["m"], "padding": [1, 1], "value": {|NEURAL0205:2|} }""", "'value' of layer 'd' is 2; it must be a value of type 'bool', which the layer reads")]
    public void Types_that_do_not_fit_are_reported_at_the_argument(string layer, string message) => Diagnose
        .File($$"""{ "inputs": [ { "name": "x", "shape": 2 }, { "name": "n", "shape": 2, "type": "long" }, { "name": "k", "shape": 2, "type": "int" }, { "name": "m", "shape": 2, "type": "bool" } ], "layers": [ {{layer}} ] }""")
        .UsedBy(Consumer.TypeOnly)
        .Reports(message);

    [Fact]
    public void Truth_values_are_not_added() => Diagnose
        .File("""{ "inputs": [ { "name": "m", "shape": 2, "type": "bool" } ], "layers": [ { "type": "add", "name": "d", "inputs": [{|NEURAL0143:"m"|}, {|NEURAL0143:"m"|}] } ] }""")
        .UsedBy(Consumer.TypeOnly)
        .Reports(
            "Layer 'd' (add) reads 'm', whose elements are of type 'bool'; it needs numbers, which a layer 'cast' makes",
            "Layer 'd' (add) reads 'm', whose elements are of type 'bool'; it needs numbers, which a layer 'cast' makes");

    private static T[] Pairs<T>(T[] values, Func<T, T, T> function) => [.. Enumerable.Range(0, values.Length / 2).Select(i => function(values[2 * i], values[(2 * i) + 1]))];

    /// <summary>The products of the columns of 3×2 matrices, two samples of them.</summary>
    private static int[] Product(int[] left, int[] right, Func<long[], long[], int> dot) =>
    [
        .. Enumerable.Range(0, 8).Select(i => dot(
            [.. Enumerable.Range(0, 3).Select(k => (long)left[(6 * (i / 4)) + (2 * k) + (i / 2 % 2)])],
            [.. Enumerable.Range(0, 3).Select(k => (long)right[(6 * (i / 4)) + (2 * k) + (i % 2)])])),
    ];

    /// <summary>The products of the rows of 3×2 matrices, two samples of them.</summary>
    private static int[] Outer(int[] left, int[] right) =>
    [
        .. Enumerable.Range(0, 18).Select(i =>
        {
            (int sample, int row, int column) = (i / 9, i / 3 % 3, i % 3);
            return unchecked((left[(6 * sample) + (2 * row)] * right[(6 * sample) + (2 * column)]) + (left[(6 * sample) + (2 * row) + 1] * right[(6 * sample) + (2 * column) + 1]));
        }),
    ];
}
