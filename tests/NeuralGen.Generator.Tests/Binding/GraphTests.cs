using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Binding;

/// <summary>Layers that name what they read.</summary>
public class GraphTests
{
    [Fact]
    public void A_tensor_of_another_size_is_reported_where_it_is_added() => Diagnose
        .File("""
            {
              "inputs": 2,
              "layers": [
                { "type": "dense", "name": "wide", "weights": [[1, 2], [3, 4], [5, 6]] },
                { "type": "dense", "name": "one", "inputs": ["input"], "weights": [[1, 2]] },
                { "type": "add", "name": "sum", "inputs": ["wide", {|NEURAL0106:"input"|}, "wide", {|NEURAL0106:"one"|}] }
              ]
            }
            """)
        .Reports("Layer 'sum' adds 'input' with 2 values to 'wide' with 3 values", "Layer 'sum' adds 'one' with 1 value to 'wide' with 3 values");

    [Theory]
    [InlineData("concat", """["input"]""", "1 input; it takes 2 or more")]
    [InlineData("add", "[]", "0 inputs; it takes 2 or more")]
    [InlineData("layer_normalization", """["input", "input"]""", "2 inputs; it takes 1")]
    public void A_number_of_sources_that_the_layer_does_not_take_is_reported(string type, string sources, string message) => Diagnose
        .File($$"""{ "inputs": 2, "layers": [ { "type": "{{type}}", "name": "a", "inputs": {|NEURAL0107:{{sources}}|} } ] }""")
        .Reports($"Layer 'a' ({type}) reads {message}");

    [Fact]
    public void A_layer_that_needs_sources_and_names_none_is_reported() => Diagnose
        .File("""{ "inputs": 2, "layers": [ {|NEURAL0305:{ "type": "concat" }|} ] }""")
        .Reports("Layer 'concat' (concat) has no 'inputs'");

    [Fact]
    public void An_unknown_source_is_reported_with_the_closest_name() => Diagnose
        .File("""
            {
              "inputs": 2,
              "layers": [
                { "type": "dense", "name": "first", "weights": [[1, 2], [3, 4]] },
                { "type": "add", "inputs": ["input", {|NEURAL0307:"frist"|}] },
                { "type": "concat", "inputs": [{|NEURAL0307:"inptu"|}, {|NEURAL0307:"something else"|}] }
              ]
            }
            """)
        .Reports(
            "Layer 'add' reads 'frist', which is not the input or a layer before it; did you mean 'first'?",
            "Layer 'concat' reads 'inptu', which is not the input or a layer before it; did you mean 'input'?",
            "Layer 'concat' reads 'something else', which is not the input or a layer before it");

    [Fact]
    public void A_later_source_and_the_layer_itself_are_reported() => Diagnose
        .File("""
            {
              "inputs": 2,
              "layers": [
                { "type": "add", "name": "sum", "inputs": [{|NEURAL0307:"last"|}, {|NEURAL0307:"sum"|}] },
                { "type": "dense", "name": "last", "weights": [[1, 2]] }
              ]
            }
            """)
        .Reports(
            "Layer 'sum' reads 'last', which is not the input or a layer before it; it comes later",
            "Layer 'sum' reads 'sum', which is not the input or a layer before it; a layer cannot read itself");

    [Fact]
    public void A_layer_behind_a_mistake_is_not_blamed_for_it() => Diagnose
        .File("""
            {
              "inputs": 2,
              "labels": ["a", "b", "c"],
              "outputs": ["x", "y"],
              "loss": "binary_cross_entropy",
              "layers": [
                { "type": {|NEURAL0306:"dence"|}, "name": "a" },
                { "type": "dense", "inputs": ["a"], "weights": [[1, 2, 3], [4, 5, 6], [7, 8, 9]] },
                { "type": "add", "inputs": ["a", "input"] },
                { "type": "normalization", "inputs": ["a"], "mean": [1], "scale": [2] }
              ],
              "tests": [ { "input": [1, 2], "output": [1, 2, 3, 4] } ]
            }
            """)
        .Reports("Layer type 'dence' is unknown; did you mean 'dense'?");
}
