using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Analyzers;

/// <summary>A mistake in one part of an object hides none in another.</summary>
public class AllAtOnceTests
{
    [Fact]
    public void Numbers_of_one_list() => Diagnose
        .File("""{ "inputs": 3, "layers": [ { "type": "dense", "weights": [[{|NEURAL0202:1e400|}, {|NEURAL0203:1e39|}, {|NEURAL0303:"1"|}]], "bias": [{|NEURAL0203:-1e39|}, {|NEURAL0202:-1e999|}] } ] }"""
            .Replace("\"bias\": [", "\"bias\": {|NEURAL0104:[", StringComparison.Ordinal).Replace("|}] } ] }", "|}]|} } ] }", StringComparison.Ordinal))
        .Reports(
            "'layers[0].weights[0][0]' is 1e400; it must be a finite number",
            "Weight 1 of row 0 of layer 'output' is 1E+39, beyond the range of single precision (±3.4028235E+38); declare double precision or scale it",
            "'layers[0].weights[0][2]' must be a number, not the string \"1\"",
            "'bias' of layer 'output' has 2 values; it needs 1",
            "Value 0 of 'bias' of layer 'output' is -1E+39, beyond the range of single precision (±3.4028235E+38); declare double precision or scale it",
            "'layers[0].bias[1]' is -1e999; it must be a finite number");

    [Fact]
    public void Statistics_of_one_layer() => Diagnose
        .File("""
            {
              "inputs": 2,
              "layers": [
                {
                  "type": "batch_normalization", "mean": [{|NEURAL0303:true|}, {|NEURAL0203:1e39|}], "variance": [{|NEURAL0202:1e999|}, {|NEURAL0205:-1|}],
                  "gamma": {|NEURAL0104:[1]|}, {|NEURAL0302:"momentum"|}: 0.1, "epsilon": {|NEURAL0205:-1|}
                }
              ]
            }
            """)
        .Reports(
            "'layers[0].mean[0]' must be a number, not true",
            "Value 1 of 'mean' of layer 'batch_normalization' is 1E+39, beyond the range of single precision (±3.4028235E+38); declare double precision or scale it",
            "'layers[0].variance[0]' is 1e999; it must be a finite number",
            "Value 1 of 'variance' of layer 'batch_normalization' is -1; it must be 0 or more",
            "'gamma' of layer 'batch_normalization' has 1 value; it needs 2",
            "Key 'momentum' is unknown in layer 0 (batch_normalization)",
            "'epsilon' of layer 'batch_normalization' is -1; it must be 0 or more and finite in single precision");

    [Fact]
    public void A_layer_that_reads_nothing_known() => Diagnose
        .File("""
            {
              "inputs": 1,
              "layers": [
                { "type": "dense", "inputs": [{|NEURAL0307:"other"|}], "weights": [[{|NEURAL0203:1e39|}]], "activation": {|NEURAL0204:"rellu"|} },
                { "type": "dense", "inputs": {|NEURAL0303:"input"|}, "weights": [[1]], "bias": [{|NEURAL0202:1e999|}], "activation": { "type": "elu", "beta": {|NEURAL0206:1|} } }
              ]
            }
            """)
        .Reports(
            "Layer 'hidden' reads 'other', which is not the input or a layer before it",
            "Weight 0 of row 0 of layer 'hidden' is 1E+39, beyond the range of single precision (±3.4028235E+38); declare double precision or scale it",
            "Activation 'rellu' of layer 'hidden' is unknown; did you mean 'relu'?",
            "'layers[1].inputs' must be an array of strings, not the string \"input\"",
            "'layers[1].bias[0]' is 1e999; it must be a finite number",
            "Activation 'elu' of layer 'output' takes no 'beta'");

    [Fact]
    public void Tests_and_nodes_and_inputs() => Diagnose
        .File("""
            {
              "inputs": ["a", {|NEURAL0303:1|}],
              "weights": { "node_0": [1, {|NEURAL0303:null|}], "node_1": {|NEURAL0108:[1]|}, "output": {|NEURAL0108:[1, 2, 3]|} }, "biases": { "node_0": {|NEURAL0303:"x"|} },
              "tests": [ { "input": [1, 2], "output": {|NEURAL0303:"1"|} }, { "input": {|NEURAL0111:[1]|}, {|NEURAL0302:"out"|}: 1, "output": {|NEURAL0111:[1, 2]|}, "tolerance": {|NEURAL0205:-1|} } ]
            }
            """)
        .Reports(
            "'inputs[1]' must be a string, not the number 1",
            "'weights.node_0[1]' must be a number, not null",
            "Node 'node_1' has 1 weight; the input has 2 values",
            "Node 'output' has 3 weights; the layer before it ('hidden') has 2 values",
            "'biases.node_0' must be a number, not the string \"x\"",
            "'tests[0].output' must be an array of numbers, not the string \"1\"",
            "Test 1 of network 'Net' has 1 input value; the network has 2 inputs",
            "Key 'out' is unknown in test 1",
            "Test 1 of network 'Net' has 2 output values; the network has 1 output",
            "'tolerance' of test 1 is -1; it must be 0 or more");
}
