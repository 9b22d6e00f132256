using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers.Repeats;

/// <summary>What stands against a layer <c>repeat</c>, and where.</summary>
public class RepeatErrorTests
{
    private const string Body = """
        "inputs": [ { "name": "s", "shape": [3] }, { "name": "v", "shape": [3] } ],
        "layers": [
          { "type": "add", "name": "next", "inputs": ["s", "v"] },
          { "type": "concat", "name": "more", "inputs": ["s", "v"] },
          { "type": "compare", "name": "isMore", "inputs": ["s", "v"], "operator": "less" } ]
        """;

    [Theory]
    [InlineData("\"states\": 1, \"inputs\": {|NEURAL0149:[\"s\"]|}, \"sequences\": 1, \"count\": 4", "it has 1 state and 1 sequence, and reads 1 tensor")]
    [InlineData("\"states\": 1, \"inputs\": [\"s\", {|NEURAL0149:\"wrong\"|}], \"count\": 4", "'wrong' is [5, 3], and input 'v' of its body [3]")]
    [InlineData("\"states\": 1, \"inputs\": [\"s\", {|NEURAL0149:\"wrong\"|}], \"sequences\": 1, \"count\": 4", "sequence 'wrong', [5, 3], has 5 entries along its first axis, and there are 4 rounds")]
    [InlineData("\"states\": 1, \"inputs\": [\"s\", {|NEURAL0149:\"numbers\"|}], \"count\": 4", "'numbers' has elements of type 'long', and input 'v' of its body takes 'float'")]
    public void What_a_layer_reads_fits_its_body(string arguments, string reason) => Report(
        $$"""{{arguments}}, "outputs": ["a", "b"], "body": { {{Body}}, "outputs": [ { "name": "next" }, { "name": "more" } ] }""", reason);

    [Theory]
    [InlineData("\"outputs\": [{|NEURAL0149:{ \"name\": \"more\" }|}]", "\"outputs\": [\"a\"]", "state 's', [3], becomes 'more', [6], in each round")]
    [InlineData("\"outputs\": [ { \"name\": \"next\" }, {|NEURAL0149:{ \"name\": \"isMore\" }|}]", "\"outputs\": [\"a\", \"b\"]", "output 'isMore' of its body is of type 'bool'; states and what is collected are of type 'float'")]
    [InlineData("\"outputs\": [ { \"name\": \"next\" }, {|NEURAL0149:{ \"name\": \"isMore\" }|}]", "\"condition\": true, \"outputs\": [\"a\"]", "the condition 'isMore' is [3] of type 'bool'; one of type 'bool' is needed")]
    [InlineData("\"outputs\": {|NEURAL0149:[ { \"name\": \"next\" } ]|}", "\"condition\": true, \"outputs\": [\"a\"]", "it has 1 state and a condition, and its body 1 output")]
    [InlineData("\"outputs\": [ { \"name\": \"next\" }, { \"name\": \"more\" } ]", "\"outputs\": {|NEURAL0149:[\"a\"]|}", "it has 2 results, and 1 name")]
    public void What_a_round_leaves_fits_the_next(string outputs, string arguments, string reason) => Report(
        $$"""{{arguments}}, "states": 1, "inputs": ["s", "values"], "sequences": 1, "body": { {{Body}}, {{outputs}} }""", reason);

    [Theory]
    [InlineData("[ { \"type\": \"dense\", \"weights\": [{|NEURAL0101:[1, 2]|}] } ]", "Layer 'output' row 0 has 2 weights; its input 'x' has 3 values")]
    [InlineData("[ { \"type\": {|NEURAL0306:\"Dense\"|}, \"name\": \"output\" } ]", "Layer type 'Dense' is unknown; did you mean 'dense'?")]
    [InlineData("[ { \"type\": \"dense\", \"weights\": [[1, 2, 3]], {|NEURAL0302:\"unit\"|}: 1 } ]", "Key 'unit' is unknown in 'layers[0].body.layers[0]' (dense); did you mean 'units'?")]
    [InlineData("[ { \"type\": \"softmax\", \"inputs\": [{|NEURAL0307:\"y\"|}], \"name\": \"output\" } ]", "Layer 'output' reads 'y', which is not the input or a layer before it")]
    public void Errors_in_a_body_stand_where_they_are(string layers, string message) => Diagnose
        .File($$"""
            { "inputs": 3, "layers": [ { "type": "repeat", "name": "r", "count": 2,
              "body": { "inputs": [ { "name": "x", "shape": [3] } ], "layers": {{layers}}, "outputs": [ { "name": "output" } ] } } ] }
            """)
        .Unused()
        .Reports(message);

    [Theory]
    [InlineData("{|NEURAL0303:3|}", "'layers[0].body' must be an object with 'inputs', 'layers' and 'outputs', not the number 3")]
    [InlineData("{|NEURAL0305:{ \"inputs\": [ { \"name\": \"x\", \"shape\": [3] } ], \"outputs\": [ { \"name\": \"y\" } ] }|}", "'layers[0].body' has no 'layers'")]
    [InlineData("{ {|NEURAL0302:\"seed\"|}: 1, \"inputs\": [ { \"name\": \"x\", \"shape\": [3] } ], \"layers\": [ { \"type\": \"softmax\", \"name\": \"y\" } ], \"outputs\": [ { \"name\": \"y\" } ] }", "Key 'seed' is unknown in 'layers[0].body'")]
    [InlineData("{ \"inputs\": {|NEURAL0303:3|}, \"layers\": [ { \"type\": \"softmax\", \"name\": \"y\" } ], \"outputs\": [ { \"name\": \"y\" } ] }", "'layers[0].body.inputs' must be an array of tensors, each an object, not the number 3")]
    public void A_body_is_a_network(string body, string message) => Diagnose
        .File($$"""{ "inputs": 3, "layers": [ { "type": "repeat", "name": "r", "count": 2, "body": {{body}} } ] }""")
        .Unused()
        .Reports(message);

    [Fact]
    public void The_number_of_rounds_and_a_body_are_needed() => Diagnose
        .File("""
            { "inputs": 3, "layers": [ {|NEURAL0201:{ "type": "repeat", "name": "r", "count": 3 }|}, {|NEURAL0201:{ "type": "repeat", "name": "q", "states": {|NEURAL0205:-1|}, "body": { "inputs": [ { "name": "x", "shape": [3] } ], "layers": [ { "type": "softmax", "name": "y" } ], "outputs": [ { "name": "y" } ] } }|} ] }
            """)
        .Unused()
        .Reports("Layer 'r' (repeat) has no 'body'", "Layer 'q' (repeat) has no 'count'", "'states' of layer 'q' is -1; it must be at least 0");

    [Fact]
    public void A_trainable_network_has_none() => Diagnose
        .File("""
            { "trainable": true, "inputs": 3, "layers": [ { "type": "dense", "weights": [[1, 2, 3]] }, {|NEURAL0149:{ "type": "repeat", "name": "r", "count": 2, "states": 1, "body": { "inputs": [ { "name": "x", "shape": [1] } ], "layers": [ { "type": "expression", "name": "y", "inputs": ["x"], "formula": "2 * x" } ], "outputs": [ { "name": "y" } ] } }|} ] }
            """)
        .Unused()
        .Reports("Layer 'r' cannot repeat its body: a trainable network has none, since its rounds have no derivative");

    private static void Report(string layer, string reason) => Diagnose
        .File($$"""
            { "inputs": [ { "name": "s", "shape": [3] }, { "name": "values", "shape": [4, 3] }, { "name": "wrong", "shape": [5, 3] }, { "name": "numbers", "shape": [3], "type": "long" } ],
              "layers": [ { "type": "repeat", "name": "r", {{layer}} } ], "outputs": [ { "name": "a" } ] }
            """)
        .Unused()
        .Reports($"Layer 'r' cannot repeat its body: {reason}");
}
