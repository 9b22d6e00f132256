using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>Numbers that nobody can compute with, and numbers that are missing.</summary>
public class NumberTests
{
    private const string Beyond = ", beyond the range of single precision (±3.4028235E+38); declare double precision or scale it";

    [Fact]
    public void Numbers_that_are_not_finite_are_reported_in_a_file() => Diagnose
        .File("""
            {
              "inputs": 2,
              "layers": [
                { "type": "dense", "weights": [[{|NEURAL0202:NaN|}, 1], [{|NEURAL0202:-Infinity|}, {|NEURAL0202:1e999|}]], "bias": [0, {|NEURAL0202:-1e400|}] },
                { "type": "batch_normalization", "mean": [1, 2], "variance": [1, {|NEURAL0202:Infinity|}], "epsilon": {|NEURAL0202:1e999|} },
                { "type": "activation", "activation": { "type": "elu", "alpha": {|NEURAL0202:NaN|} } },
                { "type": "activation", "activation": { "type": "prelu", "weights": [1, {|NEURAL0202:NaN|}] } }
              ],
              "tests": [ { "input": [{|NEURAL0202:NaN|}, 1], "output": [1, {|NEURAL0202:1e999|}], "tolerance": {|NEURAL0202:Infinity|} } ]
            }
            """)
        .Reports(
            "'layers[0].weights[0][0]' is NaN; it must be a finite number",
            "'layers[0].weights[1][0]' is -Infinity; it must be a finite number",
            "'layers[0].weights[1][1]' is 1e999; it must be a finite number",
            "'layers[0].bias[1]' is -1e400; it must be a finite number",
            "'layers[1].variance[1]' is Infinity; it must be a finite number",
            "'layers[1].epsilon' is 1e999; it must be a finite number",
            "'layers[2].activation.alpha' is NaN; it must be a finite number",
            "'layers[3].activation.weights[1]' is NaN; it must be a finite number",
            "'tests[0].input[0]' is NaN; it must be a finite number",
            "'tests[0].output[1]' is 1e999; it must be a finite number",
            "'tests[0].tolerance' is Infinity; it must be a finite number");

    [Fact]
    public void Numbers_that_are_not_finite_are_reported_in_attributes() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 2)]
            [Dense(1, Weights = new double[] { 1, {|NEURAL0202:double.NaN|} }, Bias = [{|NEURAL0202:1 / 0.0|}])]
            [Dense(1, Activation.Elu, Weights = [1], Alpha = {|NEURAL0202:double.NegativeInfinity|})]
            [Activation(Activation.Prelu, Slopes = [{|NEURAL0202:double.NaN|}])]
            public partial class Net;
            """)
        .Reports(
            "Weight 1 of layer 'hidden' is NaN; it must be a finite number",
            "Value 0 of 'Bias' of layer 'hidden' is Infinity; it must be a finite number",
            "'Alpha' of layer 'output' is -Infinity; it must be a finite number",
            "Slope 0 of layer 'activation' is NaN; it must be a finite number");

    [Fact]
    public void Numbers_of_nodes_that_are_not_finite_are_reported() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 2)]
            [Node("output", 1, {|NEURAL0202:double.NaN|}, Bias = {|NEURAL0203:-1e300|})]
            public partial class Net;
            """)
        .Reports("Weight 1 of node 'output' is NaN; it must be a finite number", $"The bias of node 'output' is -1E+300{Beyond}");

    [Fact]
    public void Numbers_beyond_single_precision_are_reported_in_a_file() => Diagnose
        .File("""
            {
              "inputs": 2,
              "layers": [
                { "type": "dense", "weights": [[1, {|NEURAL0203:3.5e38|}]], "bias": [{|NEURAL0203:-1e39|}], "activation": { "type": "elu", "alpha": {|NEURAL0203:1e39|} } }
              ]
            }
            """)
        .Reports(
            $"Weight 1 of row 0 of layer 'output' is 3.5E+38{Beyond}",
            $"Value 0 of 'bias' of layer 'output' is -1E+39{Beyond}",
            $"'alpha' of layer 'output' is 1E+39{Beyond}");

    [Fact]
    public void Numbers_beyond_single_precision_are_fine_in_double_precision() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 1, Precision = Precision.Double)]
            [Dense(1, Weights = [1e300], Bias = [double.MaxValue])]
            public partial class Net;
            """)
        .ReportsNothing();

    [Fact]
    public void A_list_full_of_mistakes_gets_twenty_reports()
    {
        string row = string.Join(", ", Enumerable.Range(0, 25).Select(i => i < 20 ? "{|NEURAL0202:NaN|}" : "NaN"));
        Diagnose
            .File($$"""{ "inputs": 25, "layers": [ { "type": "dense", "weights": [[{{row}}]] } ] }""")
            .Reports([.. Enumerable.Range(0, 20).Select(i => $"'layers[0].weights[0][{i}]' is NaN; it must be a finite number")]);
    }

    [Fact]
    public void Missing_values_are_reported_at_the_layer_in_a_file() => Diagnose
        .File("""
            {
              "inputs": 2,
              "layers": [
                {|NEURAL0201:{|NEURAL0201:{ "type": "normalization", "name": "scaler" }|}|},
                {|NEURAL0201:{ "type": "batch_normalization", "mean": [1, 2] }|},
                {|NEURAL0201:{ "type": "dropout" }|},
                {|NEURAL0201:{ "type": "dense", "units": 2 }|},
                {|NEURAL0201:{ "type": "activation" }|},
                { "type": "activation", "activation": {|NEURAL0201:"prelu"|} },
                { "type": "activation", "activation": {|NEURAL0201:{ "type": "prelu" }|} }
              ]
            }
            """)
        .Reports(
            "Layer 'scaler' (normalization) has no 'mean'",
            "Layer 'scaler' (normalization) has no 'scale'",
            "Layer 'batch_normalization' (batch_normalization) has no 'variance'",
            "Layer 'dropout' (dropout) has no 'rate'",
            "Layer 'output' (dense) has no 'weights'",
            "Layer 'activation_0' (activation) has no 'activation'",
            "Layer 'activation_1' (prelu) has no 'weights'",
            "Layer 'activation_2' (prelu) has no 'weights'");

    [Fact]
    public void Missing_values_are_reported_in_attributes() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 2)]
            [{|NEURAL0201:{|NEURAL0201:Normalization|}|}]
            [{|NEURAL0201:Dense(2, Weights = null)|}]
            [Dense(2, {|NEURAL0201:Activation.Prelu|}, Weights = [1, 2, 3, 4])]
            public partial class Net;
            """)
        .Reports(
            "Layer 'normalization' (normalization) has no 'Mean'",
            "Layer 'normalization' (normalization) has no 'Scale'",
            "Layer 'hidden' (dense) has no 'Weights'",
            "Layer 'output' (prelu) has no 'Slopes'");
}
