using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Binding;

/// <summary>Numbers of weights of nodes.</summary>
public class NodeShapeTests
{
    [Fact]
    public void A_number_of_weights_other_than_of_nodes_before_is_reported_in_attributes() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 2)]
            [Node("node_0_0", {|NEURAL0108:1|}, 2, 3)]
            [Node("node_0_1", 1, 2)]
            [{|NEURAL0108:Node("output")|}]
            public partial class Net;
            """)
        .Reports("Node 'node_0_0' has 3 weights; the input has 2 values", "Node 'output' has 0 weights; the layer before it ('hidden') has 2 values");

    [Fact]
    public void A_number_of_weights_other_than_of_nodes_before_is_reported_in_a_file() => Diagnose
        .File("""
            {
              "inputs": 2,
              "weights": {
                "output": {|NEURAL0108:[1, 2]|},
                "node_0_0": [1, 2], "node_0_1": {|NEURAL0108:[1]|},
                "node_1_0": [1, 2]
              }
            }
            """)
        .Reports("Node 'output' has 2 weights; the layer before it ('hidden_1') has 1 value", "Node 'node_0_1' has 1 weight; the input has 2 values");
}
