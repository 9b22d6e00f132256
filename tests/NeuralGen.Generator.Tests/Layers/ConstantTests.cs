using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Generator.Tests.Emission;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>Constants of every type, what is computed from them, and what of them cannot be.</summary>
public class ConstantTests
{
    private static readonly double[] X = [1, 2, 3, 4, 5, 6, -1, -2, -3, -4, -5, -6];

    [Fact]
    public void Constants_of_all_types_are_given_back() => new TypedCheck([("x", X)], 2)
        .Add("c0", """{ "type": "constant", "name": "c0", "values": [1.5, "-infinity", "nan", -0.25] }""", new[] { 1.5, double.NegativeInfinity, double.NaN, -0.25, 1.5, double.NegativeInfinity, double.NaN, -0.25 })
        .Add("c1", """{ "type": "constant", "name": "c1", "values": [[true, false], [false, true]] }""", new[] { true, false, false, true, true, false, false, true })
        .Add("c2", """{ "type": "constant", "name": "c2", "values": [-2147483648, 2147483647], "element_type": "int" }""", new[] { int.MinValue, int.MaxValue, int.MinValue, int.MaxValue })
        .Add("c3", """{ "type": "constant", "name": "c3", "values": [-128, 127], "element_type": "sbyte" }""", new sbyte[] { -128, 127, -128, 127 })
        .Add("c4", """{ "type": "constant", "name": "c4", "values": 200, "shape": [3], "element_type": "byte" }""", new byte[] { 200, 200, 200, 200, 200, 200 })
        .Add("c5", """{ "type": "constant", "name": "c5", "values": [1, 0], "element_type": "bool" }""", new[] { true, false, true, false })
        .Add("c6", """{ "type": "constant", "name": "c6", "values": 7 }""", new[] { 7.0, 7 })
        .Run();

    [Fact]
    public void Longs_have_all_their_bits() => new TypedCheck([("x", X)], 2) { ChecksInterpreter = false }
        .Add("c", """{ "type": "constant", "name": "c", "values": [9223372036854775807, -9223372036854775808, 9007199254740993, 5], "element_type": "long" }""", new[] { long.MaxValue, long.MinValue, 9007199254740993, 5, long.MaxValue, long.MinValue, 9007199254740993, 5 })
        .Add("f", """{ "type": "expression", "name": "f", "inputs": ["c"], "formula": "c - 9007199254740993" }""", new[] { long.MaxValue - 9007199254740993, unchecked(long.MinValue - 9007199254740993), 0, 5 - 9007199254740993, long.MaxValue - 9007199254740993, unchecked(long.MinValue - 9007199254740993), 0, 5 - 9007199254740993 })
        .Run();

    [Fact]
    public void Many_values_are_written_as_text()
    {
        long[] longs = [.. Enumerable.Range(0, 301).Select(i => (i * 9223372036854775L) - 5)];
        sbyte[] bytes = [.. Enumerable.Range(0, 301).Select(i => (sbyte)(i % 251 - 125))];
        bool[] truths = [.. Enumerable.Range(0, 301).Select(i => i % 3 == 0)];
        TypedCheck Check() => new TypedCheck([("x", X)], 1) { ChecksInterpreter = false }
            .Add("c0", $$"""{ "type": "constant", "name": "c0", "values": [{{string.Join(", ", longs)}}], "element_type": "long" }""", longs)
            .Add("c1", $$"""{ "type": "constant", "name": "c1", "values": [{{string.Join(", ", bytes)}}], "element_type": "sbyte" }""", bytes)
            .Add("c2", $$"""{ "type": "constant", "name": "c2", "values": [{{string.Join(", ", truths).ToLowerInvariant()}}] }""", truths);
        Check().Run();
        Check().Run(() => new GeneratorHost { LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp7_3 });
    }

    [Fact]
    public void Formulas_read_constants()
    {
        double[] sums = [.. X.Select((x, i) => x + (i % 2 == 0 ? 10 : double.NegativeInfinity))];
        double[] scaled = [.. X.Select(x => 2.5 - (x * -3))];
        new TypedCheck([("x", X)], 2)
            .Add("sum", """{ "type": "constant", "name": "mask", "values": [10, "-infinity"] }, { "type": "reshape", "inputs": ["x"], "shape": [3, 2] }, { "type": "expression", "name": "s", "inputs": ["reshape", "mask"], "formula": "reshape + mask" }, { "type": "flatten", "name": "sum" }""", sums)
            .Add("scaled", """{ "type": "constant", "name": "three", "values": -3 }, { "type": "constant", "name": "table", "values": [2.5, 2.5, 2.5, 2.5, 2.5, 2.5] }, { "type": "expression", "name": "scaled", "inputs": ["x", "three", "table"], "formula": "table - x * three" }""", scaled)
            .Add("picked", """{ "type": "constant", "name": "at", "values": [[4, 0], [-1, 4]], "element_type": "long" }, { "type": "gather", "name": "rows", "inputs": ["x", "at"] }, { "type": "flatten", "name": "picked" }""", new double[] { 5, 1, 6, 5, -5, -1, -6, -5 })
            .Add("indirect", """{ "type": "constant", "name": "table2", "values": [0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5] }, { "type": "cast", "name": "index", "inputs": ["x"], "to": "int" }, { "type": "gather", "name": "indirect", "inputs": ["table2", "index"] }""", X.Select(x => x > 0 ? x + 0.5 : 7.5 + x - 0).ToArray())
            .Run();
    }

    [Fact]
    public void A_division_by_a_constant_zero_compiles_and_throws()
    {
        foreach (string type in new[] { "int", "byte" })
        {
            TypedCheck check = new TypedCheck([("x", type == "int" ? new[] { 3 } : new byte[] { 3 })], 1) { ChecksInterpreter = false }
                .Add("f", $$"""{ "type": "constant", "name": "zero", "values": 0, "element_type": "{{type}}" }, { "type": "expression", "name": "f", "inputs": ["x", "zero"], "formula": "x / zero" }""", type == "int" ? new[] { 0 } : new byte[] { 0 });
            Assert.IsType<DivideByZeroException>(Assert.Throws<System.Reflection.TargetInvocationException>(() => check.Run()).InnerException);
        }
    }

    [Theory]
    [InlineData("unrolled")]
    [InlineData("vectorized")]
    [InlineData("auto")]
    public void Gradients_go_past_constants(string emission)
    {
        string json = $$"""
            { "inputs": 12, "precision": "double", "emission": "{{emission}}", "layers": [
                { "type": "constant", "name": "mask", "values": [true, false, true, true] },
                { "type": "constant", "name": "shift", "values": [[0.5, -1, 2, 0.25]] },
                { "type": "constant", "name": "order", "values": [2, 0, 1], "element_type": "long" },
                { "type": "dense", "name": "hidden", "inputs": ["input"], "weights": [{{string.Join(", ", Enumerable.Range(0, 12).Select(row => $"[{string.Join(", ", Enumerable.Range(0, 12).Select(column => System.FormattableString.Invariant($"{(((row * 7) + (column * 5)) % 11 / 11.0) - 0.5:F3}")))}]"))}}] },
                { "type": "reshape", "shape": [3, 4] },
                { "type": "gather", "name": "rows", "inputs": ["reshape", "order"] },
                { "type": "expression", "inputs": ["rows", "shift", "mask"], "formula": "mask ? rows * shift : tanh(rows)", "name": "masked" },
                { "type": "constant", "name": "zero", "values": 0 },
                { "type": "compare", "name": "isPositive", "inputs": ["masked", "zero"], "operator": "greater" },
                { "type": "cast", "name": "weight", "inputs": ["isPositive"], "to": "float" },
                { "type": "where", "name": "chosen", "inputs": ["isPositive", "masked", "shift"] },
                { "type": "expression", "inputs": ["chosen", "weight", "masked"], "formula": "chosen * weight + 0.5 * masked" } ] }
            """;
        InterpreterCheck.Run(json, new GeneratorHost().File("Net.nn.json", json).Run().Network("Project.Net"), emission);
    }

    [Fact]
    public void Constants_of_trainable_networks_are_saved()
    {
        string json = """
            { "inputs": 2, "trainable": true, "layers": [
                { "type": "dense", "name": "hidden", "weights": [[1, 2], [3, 4]] },
                { "type": "constant", "name": "mask", "values": [[true, false]] },
                { "type": "constant", "name": "low", "values": "-infinity", "shape": [2] },
                { "type": "expression", "name": "f", "inputs": ["hidden", "mask", "low"], "formula": "mask ? hidden : max(low, 2 * hidden)" } ] }
            """;
        string text = new GeneratorHost().File("Net.nn.json", json).Run().Generated.Values.Single(text => text.Contains("\"\\\"type\\\": \\\"constant\\\"", StringComparison.Ordinal));
        Assert.Contains("\\\"values\\\": [1, 0], \\\"shape\\\": [1, 2], \\\"element_type\\\": \\\"bool\\\"", text, StringComparison.Ordinal);
        Assert.Contains("\\\"values\\\": [\\\"-infinity\\\", \\\"-infinity\\\"], \\\"shape\\\": [2], \\\"element_type\\\": \\\"float\\\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"values\": {|NEURAL0205:300|}, \"element_type\": \"byte\"", "Value 0 of 'values' of layer 'c' is 300; it must be a whole number from 0 to 255")]
    [InlineData("\"values\": [[1, 2], [3, {|NEURAL0205:0.5|}]], \"element_type\": \"int\"", "Value 3 of 'values' of layer 'c' is 0.5; it must be a whole number of 32 bits")]
    [InlineData("\"values\": [{|NEURAL0205:9223372036854775808|}], \"element_type\": \"long\"", "Value 0 of 'values' of layer 'c' is 9.223372036854776E+18; it must be a whole number of 64 bits")]
    [InlineData("\"values\": [1, {|NEURAL0205:\"infinity\"|}], \"element_type\": \"sbyte\"", "Value 1 of 'values' of layer 'c' is Infinity; it must be a whole number from -128 to 127")]
    [InlineData("\"values\": [1, {|NEURAL0205:1e39|}]", "Value 1 of 'values' of layer 'c' is 1E+39; it must be a number of the network's precision")]
    [InlineData("\"values\": [true], \"element_type\": {|NEURAL0205:\"int\"|}", "'element_type' of layer 'c' is 'int'; it must be 'bool', since the values are true and false")]
    [InlineData("\"values\": [true, {|NEURAL0303:1|}]", "'layers[0].values[1]' must be true or false, as its neighbours are, not the number 1")]
    [InlineData("\"values\": [1, {|NEURAL0303:\"inf\"|}]", "'layers[0].values[1]' must be a number, 'infinity', '-infinity' or 'nan', not the string \"inf\"")]
    [InlineData("\"values\": {|NEURAL0124:[1, 2, 3]|}, \"shape\": [2, 2]", "'values' of layer 'c' has 3 values; shape [2, 2] makes 4")]
    public void Values_that_cannot_be_are_reported_where_they_stand(string arguments, string message)
    {
        Diagnosis diagnosis = Diagnose.File($$"""{ "inputs": 2, "layers": [ { "type": "constant", "name": "c", {{arguments}} } ] }""").UsedBy(Consumer.TypeOnly);
        diagnosis.Reports(message);
    }

    [Fact]
    public void A_constant_without_values_is_an_error() => Diagnose
        .File("""{ "inputs": 2, "layers": [ {|NEURAL0201:{ "type": "constant", "name": "c" }|} ] }""").UsedBy(Consumer.TypeOnly)
        .Reports("Layer 'c' (constant) has no 'values'");

    [Fact]
    public void A_constant_reads_nothing() => Diagnose
        .File("""{ "inputs": 2, "layers": [ { "type": "constant", "name": "c", "values": 1, "inputs": {|NEURAL0107:["input"]|} } ] }""").UsedBy(Consumer.TypeOnly)
        .Reports("Layer 'c' (constant) reads 1 input; it takes 0");

    [Theory]
    [InlineData("x", "[[1, 2], [3, -4], [0.5, 0]]", false, false, "constant", "dense")]
    [InlineData("x", "[[1, 3, 0.5], [2, -4, 0]]", false, true, "constant", "dense")]
    [InlineData("rows", "[[1, 2, 0.25], [3, -4, 1]]", false, false, "constant", "dense")]
    [InlineData("rows", "[[1, 2, 0.25], [3, -4, 1], [2, 0, 1]]", true, false, "constant", "matmul")]
    [InlineData("rows", "[1, 2]", false, false, "constant", "dense")]
    [InlineData("rows", "[[[1, 2]], [[3, 4]]]", false, true, "constant", "matmul")]
    [InlineData("rows", "[[1, \"infinity\"]]", false, true, "constant", "matmul")]
    public void Products_with_constants_are_dense_layers_where_they_can_be(string source, string matrix, bool isLeftTransposed, bool isRightTransposed, params string[] kinds)
    {
        foreach (string emission in new[] { "unrolled", "vectorized", "auto" })
        {
            foreach (string precision in new[] { "single", "double" })
            {
                string layers = $$"""
                    { "inputs": [ { "shape": [{{(source == "x" ? "3" : "3, 2")}}], "name": "{{source}}" } ], "precision": "{{precision}}", "emission": "{{emission}}", "layers": [
                        { "type": "constant", "name": "matrix", "values": {{matrix}} },
                        { "type": "matmul", "name": "product", "inputs": ["{{source}}", "matrix"], "transpose_left": {{(isLeftTransposed ? "true" : "false")}}, "transpose_right": {{(isRightTransposed ? "true" : "false")}} },
                        { "type": "activation", "activation": "tanh" } ] }
                    """;
                GeneratedProject project = new GeneratorHost().File("Net.nn.json", layers).Run();
                Compiler.Networks.Network lowered = Compiler.Lowering.Lowerer.Lower(project.Model().Network!).Network;
                Assert.Contains(kinds[1], lowered.Operations.Select(operation => operation.Kind));
                Assert.Equal(kinds[1] == "matmul", lowered.Operations.Any(operation => operation is ConstantOperation));
                CompiledNetwork compiled = project.Network("Project.Net");
                Assert.Empty(compiled.Parameters);
                InterpreterCheck.Run(layers, compiled, layers, hasGradients: !matrix.Contains("infinity", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void A_constant_matrix_before_a_list_is_a_dense_layer()
    {
        string json = """{ "inputs": 3, "layers": [ { "type": "constant", "name": "matrix", "values": [[1, 2, 3], [4, -5, 6]] }, { "type": "matmul", "inputs": ["matrix", "input"] } ] }""";
        GeneratedProject project = new GeneratorHost().File("Net.nn.json", json).Run();
        Assert.Equal(["dense"], Compiler.Lowering.Lowerer.Lower(project.Model().Network!).Network.Operations.Select(operation => operation.Kind));
        Assert.Equal([14, 12], project.Network("Project.Net").Predict(1, 2, 3));
    }

    [Fact]
    public void Whole_numbers_and_floats_come_from_weights_files()
    {
        string facts = new Facts().Tensor("mask", [2, 2], 1, -2, 3, 0.5).Integers("order", [2], 1, 0).ToString();
        CompiledNetwork compiled = new GeneratorHost()
            .File("obj/NeuralGen/models/digits.safetensors.facts.json", facts)
            .File("net.nn.json", """
                { "inputs": [ { "shape": [2, 2] } ], "tensors": "digits.safetensors", "layers": [
                    { "type": "constant", "name": "m", "values": { "tensor": "mask" } },
                    { "type": "constant", "name": "o", "values": { "tensor": "order" }, "element_type": "long" },
                    { "type": "gather", "name": "swapped", "inputs": ["input", "o"] },
                    { "type": "expression", "inputs": ["swapped", "m"], "formula": "swapped * m" } ] }
                """).Run().Network("Project.Net");
        Assert.Equal([3, -8, 3, 1], compiled.Predict(1, 2, 3, 4));
        Diagnose.File("obj/NeuralGen/models/digits.safetensors.facts.json", facts)
            .File("net.nn.json", """{ "inputs": 2, "tensors": "digits.safetensors", "layers": [ { "type": "constant", "name": "m", "values": {|NEURAL0205:{ "tensor": "mask" }|}, "element_type": "int" } ] }""").UsedBy(Consumer.TypeOnly)
            .Reports("Value 3 of 'values' of layer 'm' is 0.5; it must be a whole number of 32 bits");
    }

    [Fact]
    public void What_is_computed_from_constants_is_computed_while_building()
    {
        string Lowered(string layers) => string.Join(", ", Compiler.Lowering.Lowerer.Lower(new GeneratorHost().File("Net.nn.json", $$"""{ "inputs": 3, "layers": [ {{layers}} ] }""").Run().Model().Network!).Network.Operations.Select(operation => operation is MapOperation map ? $"{operation.Kind} of {map.Inputs.Count}" : operation.Kind));
        Assert.Equal("expression of 1", Lowered("""{ "type": "constant", "name": "a", "values": 3, "element_type": "int" }, { "type": "expression", "name": "b", "inputs": ["a"], "formula": "float(a * a) / 2" }, { "type": "expression", "inputs": ["b", "input"], "formula": "b * input" }"""));
        Assert.Equal("constant, expression of 2", Lowered("""{ "type": "constant", "name": "a", "values": [3, 1, 2] }, { "type": "cumulative_sum", "name": "b" }, { "type": "softmax", "name": "c" }, { "type": "expression", "inputs": ["c", "input"], "formula": "c * input" }"""));
        Assert.Equal("gather", Lowered("""{ "type": "constant", "name": "a", "values": [2, 1], "element_type": "int" }, { "type": "gather", "inputs": ["input", "a"] }"""));
    }
}
