using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Binding;

/// <summary>Inputs and outputs that are tensors of their own.</summary>
public class PortTests
{
    private const string Dense = """{ "type": "dense", "name": "sum", "inputs": ["left"], "weights": [[1, 2]] }""";

    [Fact]
    public void Several_inputs_and_outputs_are_compiled() => Diagnose
        .File($$"""{ "inputs": [ { "name": "left", "shape": [2] }, { "name": "right", "shape": 1 } ], "layers": [ {{Dense}}, { "type": "concat", "name": "all", "inputs": ["sum", "right"] } ], "outputs": [ { "name": "first", "from": "sum" }, { "name": "all" } ], "gradients": false }""")
        .UsedBy("static class Caller { static int Call(float[] first, float[] all) { Net.Predict(new float[2], new float[1], first, all); return Net.LeftSize + Net.RightShape[0] + Net.AllSize; } }")
        .ReportsNothing();

    [Fact]
    public void Element_types_exist() => Diagnose
        .File($$"""{ "inputs": [ { "name": "left", "shape": [2], "type": {|NEURAL0033:"single"|} }, { "name": "right", "shape": 1, "type": {|NEURAL0033:"double"|} } ], "layers": [ {{Dense}} ] }""")
        .Unused()
        .Reports(
            "Tensor 'left' of network 'Net' has elements of type 'single', which does not exist",
            "Tensor 'right' of network 'Net' has elements of type 'double', which does not exist; numbers of a network whose precision is single are floats");

    [Fact]
    public void Inputs_have_names_of_their_own() => Diagnose
        .File("""{ "inputs": [ { "name": "left", "shape": [2] }, {|NEURAL0020:{ "shape": 1 }|}, {|NEURAL0020:{ "name": "left", "shape": 1 }|} ], "layers": [ { "type": "dense", "inputs": ["left"], "weights": [[1, 2]] } ] }""")
        .Unused()
        .Reports("Input 1 has no name", "Input name 'left' occurs twice");

    [Fact]
    public void The_first_layer_says_which_input_it_reads() => Diagnose
        .File("""{ "inputs": [ { "name": "left", "shape": [2] }, { "name": "right", "shape": 2 } ], "layers": [ {|NEURAL0305:{ "type": "dense", "weights": [[1, 2]] }|} ] }""")
        .Unused()
        .Reports("Layer 'output' (dense) has no 'inputs'");

    [Fact]
    public void Outputs_are_tensors_of_layers() => Diagnose
        .File($$"""{ "inputs": [ { "name": "left", "shape": [2] } ], "layers": [ {{Dense}} ], "outputs": [ { "name": "result", "from": {|NEURAL0034:"sums"|} } ] }""")
        .Unused()
        .Reports("Output 'result' of network 'Net' is 'sums', which is not the input or a layer; did you mean 'sum'?");

    [Fact]
    public void Outputs_are_declared_as_they_are_computed() => Diagnose
        .File($$"""{ "inputs": [ { "name": "left", "shape": [2] } ], "layers": [ {{Dense}} ], "outputs": [ { "name": "sum", "shape": {|NEURAL0142:[2]|}, "type": {|NEURAL0142:"long"|} } ] }""")
        .Unused()
        .Reports("Output 'sum' is declared as [2]; 'sum' is [1]", "Output 'sum' is declared as 'long'; 'sum' is 'float'");

    [Fact]
    public void Trainable_networks_have_a_gradient() => Diagnose
        .Source("""
            using NeuralGen;
            [NeuralNetwork(Trainable = {|NEURAL0035:true|})] [Input("left", 2)] [Dense(1, Name = "a")] [Dense(1, Inputs = new[] { "left" }, Name = "b")] [Output("x", From = "a")] [Output("y", From = "b")] public partial class Two { }
            """)
        .File("net.nn.json", """{ "trainable": {|NEURAL0035:true|}, "inputs": 3, "layers": [ { "type": "dense", "units": 2 }, { "type": "arg_max" } ] }""")
        .Unused()
        .Reports("Network 'Two' is trainable and has no gradient, since it has 2 outputs", "Network 'Net' is trainable and has no gradient, since its output is of type 'long'");

    [Fact]
    public void Normalisations_of_several_inputs_have_numbers() => Diagnose
        .File("""{ "trainable": true, "inputs": [ { "name": "left", "shape": [2] }, { "name": "right", "shape": [2] } ], "layers": [ {|NEURAL0201:{|NEURAL0201:{ "name": "scaled", "type": "normalization", "inputs": ["left"] }|}|}, { "type": "add", "inputs": ["scaled", "right"] } ] }""")
        .Unused()
        .Reports("Layer 'scaled' (normalization) has no 'mean'", "Layer 'scaled' (normalization) has no 'scale'");

    [Fact]
    public void Elements_are_those_that_layers_compute_with() => Diagnose
        .Source("""
            using NeuralGen;
            [NeuralNetwork] [Input("tokens", 2, Type = ElementType.Long)] [Input("numbers", 2)]
            [Dense(1, Weights = new double[] { 1, 2 }, Inputs = new[] { {|NEURAL0143:"tokens"|} }, Name = "score")]
            [Embedding(2, 1, Weights = new double[] { 1, 2 }, Inputs = new[] { {|NEURAL0143:"numbers"|} }, Name = "table")]
            [Concat(Inputs = new[] { "numbers", {|NEURAL0143:"tokens"|} }, Name = "both")]
            public static partial class Net { }
            """)
        .Unused()
        .Reports(
            "Layer 'score' (dense) reads 'tokens', whose elements are of type 'long'; it needs 'float', which a layer 'cast' makes",
            "Layer 'table' (embedding) reads 'numbers', whose elements are of type 'float'; it needs whole numbers: 'int' or 'long'",
            "Layer 'both' (concat) reads 'tokens', whose elements are of type 'long'; it needs 'float', as its first input has; a layer 'cast' makes it");

    [Fact]
    public void Updates_fit_into_what_they_change() => Diagnose
        .File("""{ "inputs": [ { "name": "board", "shape": [3] }, { "name": "fields", "shape": 2, "type": "int" } ], "layers": [ { "type": "scatter", "name": "moved", "inputs": ["board", "fields", {|NEURAL0144:"board"|}] } ] }""")
        .Unused()
        .Reports("Layer 'moved' puts updates into 'board', [3], but its indices 'fields' are [2] and its updates 'board' are [3]; both need one shape, which is larger at no other axis than [3]");

    [Theory]
    [InlineData("""{ "type": "top_k", "count": {|NEURAL0205:4|}, "outputs": ["best", "where"] }""", "'count' of layer 'top_k' is 4; it must be at most 3, the size of axis 0 of 'list', [3]")]
    [InlineData("""{ "type": "top_k", "count": 2, "outputs": {|NEURAL0104:["best"]|} }""", "'outputs' of layer 'top_k' has 1 name; it needs 2")]
    [InlineData("""{ "type": "arg_max", "axis": {|NEURAL0121:1|} }""", "'axis' of layer 'arg_max' is 1; its input 'list' of shape [3] has the axes -1 to 0")]
    [InlineData("""{ "type": "cast", "to": {|NEURAL0019:"longs"|} }""", "To 'longs' of layer 'cast' is unknown; did you mean 'long'?")]
    [InlineData("""{|NEURAL0201:{ "type": "cast" }|}""", "Layer 'cast' (cast) has no 'to'")]
    public void Arguments_are_checked(string layer, string message) => Diagnose
        .File($$"""{ "inputs": [ { "name": "list", "shape": 3 } ], "layers": [ {{layer}} ] }""")
        .Unused()
        .Reports(message);

    [Theory]
    [InlineData("""{ "left": [1, 2], "right": [3] }""", """{ "sum": [8] }""")]
    [InlineData("""{ "right": [3], "left": [1, 2] }""", "[8]")]
    public void Tests_name_their_tensors(string input, string output) => Tested(input, output).Unused().ReportsNothing();

    [Theory]
    [InlineData("""{|NEURAL0111:[1, 2, 3]|}""", "[8]", "Test 0 of network 'Net' has one list for its input; the network has 2 inputs: 'left', 'right', each of which it must name")]
    [InlineData("""{|NEURAL0111:{ "left": [1, 2] }|}""", "[8]", "Test 0 of network 'Net' has no input 'right'; the network has 2 inputs")]
    [InlineData("""{ "left": [1, 2], "right": {|NEURAL0111:[3, 4]|} }""", "[8]", "Test 0 of network 'Net' has 2 input values for 'right'; the network has 1 value for 'right'")]
    [InlineData("""{ "left": [1, 2], "right": [3], "rigth": {|NEURAL0111:[3]|} }""", "[8]", "Test 0 of network 'Net' has an input 'rigth'; the network has 'left', 'right'; did you mean 'right'?")]
    [InlineData("""{ "left": [1, 2], "rigth": {|NEURAL0111:[3]|} }""", "[8]", "Test 0 of network 'Net' has an input 'rigth'; the network has 'left', 'right'; did you mean 'right'?")]
    [InlineData("""{ "left": [1, 2], "right": [3] }""", """{ "sum": [{|NEURAL0208:9|}] }""", "Test 0 of network 'Net': output '0' is 8 but 9 is expected; the difference 1 is above the tolerance 9E-05")]
    public void Tests_that_do_not_fit_are_errors(string input, string output, string message) => Tested(input, output).Unused().Reports(message);

    [Fact]
    public void An_index_in_a_test_is_in_range() => Diagnose
        .File("""{ "inputs": [ { "name": "tokens", "shape": 2, "type": "long" } ], "layers": [ { "type": "embedding", "weights": [[1, 2], [3, 4]] } ], "tests": [ { "input": {|NEURAL0111:[0, 2]|}, "output": [1, 2, 5, 6] } ] }""")
        .Unused()
        .Reports("Test 0 of network 'Net' has the index 2 at position 1 of 'tokens'; the network has 2 positions there");

    [Fact]
    public void A_single_value_has_no_axes() => Diagnose
        .File("""
            { "inputs": [ { "name": "age", "shape": [] }, { "name": "member", "shape": [], "type": "bool" } ],
              "layers": [ { "type": "cast", "name": "flag", "inputs": ["member"], "to": "float" }, { "type": "reshape", "name": "one", "shape": [1] },
                { "type": "reshape", "name": "years", "inputs": ["age"], "shape": [1] }, { "type": "concat", "inputs": ["one", "years"] }, { "type": "dense", "weights": [[2, 3]] } ],
              "tests": [ { "input": { "age": 5, "member": true }, "output": [17] }, { "input": { "age": [5], "member": [false] }, "output": 15 } ] }
            """)
        .UsedBy("static class Caller { static float Call() => Net.Predict(5f, true) + Net.AgeSize + Net.AgeShape.Length; }")
        .ReportsNothing();

    [Fact]
    public void No_layer_fails_at_a_single_value()
    {
        foreach (string type in NeuralGen.Compiler.Layers.LayerCatalog.All.Select(kind => kind.Type))
        {
            ImmutableArray<Diagnostic> reported = new GeneratorHost().File("net.nn.json", $$"""
                { "inputs": [ { "name": "age", "shape": [] }, { "name": "kind", "shape": [], "type": "long" } ],
                  "layers": [ { "type": "{{type}}", "name": "first", "inputs": ["age"] }, { "type": "{{type}}", "name": "second", "inputs": ["age", "age"] }, { "type": "{{type}}", "name": "third", "inputs": ["kind"] },
                    { "type": "{{type}}", "name": "fourth", "inputs": ["age", "kind"], "axis": 0 } ] }
                """).Run().Analyze();
            Assert.DoesNotContain(reported, diagnostic => diagnostic.Id == "NEURAL0099");
        }
    }

    private static Diagnosis Tested(string input, string output) => Diagnose.File($$"""
        { "inputs": [ { "name": "left", "shape": [2] }, { "name": "right", "shape": 1 } ],
          "layers": [ { "type": "concat", "name": "all", "inputs": ["left", "right"] }, { "type": "dense", "name": "total", "weights": [[1, 2, 1]] } ],
          "outputs": [ { "name": "sum", "from": "total" } ],
          "tests": [ { "input": {{input}}, "output": {{output}} } ] }
        """);
}
