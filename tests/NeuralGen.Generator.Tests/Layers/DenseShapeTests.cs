using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>Numbers of weights and units.</summary>
public class DenseShapeTests
{
    [Fact]
    public void A_row_of_the_wrong_length_is_reported_at_the_row() => Diagnose
        .File("""
            {
              "inputs": 2,
              "layers": [
                {
                  "type": "dense", "name": "hidden",
                  "weights": [
                    [1, 2],
                    {|NEURAL0101:[1, 2, 3]|},
                    {|NEURAL0101:[1]|}
                  ]
                },
                { "type": "dense", "weights": [[1, 2, 3]] }
              ]
            }
            """)
        .Reports(
            "Layer 'hidden' row 1 has 3 weights; its input 'input' has 2 values",
            "Layer 'hidden' row 2 has 1 weight; its input 'input' has 2 values");

    [Fact]
    public void Rows_that_are_all_of_the_same_wrong_length_are_one_mistake() => Diagnose
        .File("""{ "inputs": 1, "layers": [ { "type": "dense", "weights": [{|NEURAL0101:[1, 2]|}, [1, 2], [1, 2]] } ] }""")
        .Reports("Layer 'output' row 0 has 2 weights; its input 'input' has 1 value");

    [Fact]
    public void A_row_is_compared_with_the_layer_that_it_reads() => Diagnose
        .File("""
            {
              "inputs": 2,
              "layers": [
                { "type": "dense", "weights": [[1, 2], [3, 4], [5, 6]] },
                { "type": "dense", "weights": [{|NEURAL0101:[1, 2]|}] }
              ]
            }
            """)
        .Reports("Layer 'output' row 0 has 2 weights; its input 'hidden' has 3 values");

    [Fact]
    public void A_number_of_rows_other_than_units_is_reported_at_the_weights() => Diagnose
        .File("""{ "inputs": 1, "layers": [ { "type": "dense", "units": 3, "weights": {|NEURAL0102:[[1]]|} } ] }""")
        .Reports("Layer 'output' has 1 row of weights but 3 units");

    [Fact]
    public void A_number_of_weights_other_than_units_times_inputs_is_reported_in_attributes() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 2)]
            [Dense(3, Weights = {|NEURAL0103:[1, 2, 3, 4, 5]|}, Name = "hidden")]
            [Dense(1, Weights = {|NEURAL0103:new double[] { }|})]
            public partial class Net;
            """)
        .Reports(
            "Layer 'hidden' has 5 weights; 3 units × 2 values of its input 'input' make 6",
            "Layer 'output' has 0 weights; 1 unit × 3 values of its input 'hidden' make 3");

    [Fact]
    public void Very_many_units_are_counted_without_overflow() => Diagnose
        .Source("[NeuralNetwork(Inputs = 2)] [Dense(int.MaxValue, Weights = {|NEURAL0103:[1]|})] public partial class Net;")
        .Reports("Layer 'output' has 1 weight; 2147483647 units × 2 values of its input 'input' make 4294967294");

    [Fact]
    public void A_bias_of_the_wrong_length_is_reported_in_attributes() => Diagnose
        .Source("[NeuralNetwork(Inputs = 2)] [Dense(1, Weights = [1, 2], Bias = {|NEURAL0104:[1, 2]|})] public partial class Net;")
        .Reports("'Bias' of layer 'output' has 2 values; it needs 1");

    [Fact]
    public void A_bias_of_the_wrong_length_is_reported_in_a_file() => Diagnose
        .File("""{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[1], [2]], "bias": {|NEURAL0104:[1]|} } ] }""")
        .Reports("'bias' of layer 'output' has 1 value; it needs 2");

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void A_number_of_units_below_one_is_reported_in_attributes(string units) => Diagnose
        .Source($"[NeuralNetwork(Inputs = 1)] [Dense({{|NEURAL0105:{units}|}}, Weights = [1])] public partial class Net;")
        .Reports($"Layer 'output' has {units} units; it needs at least 1");

    [Theory]
    [InlineData("""{ "type": "dense", "weights": {|NEURAL0105:[]|} }""", "0")]
    [InlineData("""{ "type": "dense", "units": {|NEURAL0105:-3|}, "weights": [[1]] }""", "-3")]
    public void A_number_of_units_below_one_is_reported_in_a_file(string layer, string units) => Diagnose
        .File($$"""{ "inputs": 1, "layers": [ {{layer}} ] }""")
        .Reports($"Layer 'output' has {units} units; it needs at least 1");

    [Theory]
    [InlineData("2147483647")]
    [InlineData("16777217")]
    public void More_inputs_than_can_be_compiled_are_reported(string inputs)
    {
        string message = $"The input of network 'Net' has {inputs} values; at most 16777216 are possible";
        Diagnose
            .Source($"[NeuralNetwork(Inputs = {{|NEURAL0112:{inputs}|}})] [Dense(1, Weights = [1])] public partial class Net;")
            .Reports(message);
        Diagnose
            .File($$"""{ "inputs": {|NEURAL0112:{{inputs}}|}, "layers": [ { "type": "activation", "activation": "relu" } ] }""")
            .Reports(message);
    }

    [Fact]
    public void A_layer_with_more_values_than_can_be_compiled_is_reported() => Diagnose
        .File("""
            {
              "inputs": 10000000,
              "layers": [
                {|NEURAL0112:{ "type": "concat", "name": "twice", "inputs": ["input", "input"] }|},
                { "type": "concat", "inputs": ["twice", "twice"] }
              ]
            }
            """)
        .Reports("Layer 'twice' has 20000000 values; at most 16777216 are possible");
}
