using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>Numbers that a layer, a loss or a test cannot have.</summary>
public class RangeTests
{
    [Fact]
    public void Values_out_of_range_are_reported_in_a_file() => Diagnose
        .File("""
            {
              "inputs": 1,
              "layers": [
                { "type": "normalization", "mean": [1], "scale": [{|NEURAL0205:0|}] },
                { "type": "normalization", "mean": [1], "scale": [{|NEURAL0205:1e-300|}] },
                { "type": "batch_normalization", "mean": [1], "variance": [{|NEURAL0205:-1|}], "epsilon": {|NEURAL0205:-1e-5|} },
                { "type": "batch_normalization", "mean": [1], "variance": [{|NEURAL0205:0|}], "epsilon": 0 },
                { "type": "layer_normalization", "epsilon": {|NEURAL0205:0|} },
                { "type": "dropout", "rate": {|NEURAL0205:1|} },
                { "type": "dense", "weights": [[1]], "bias": [1], "use_bias": {|NEURAL0205:false|}, "activation": { "type": "celu", "alpha": {|NEURAL0205:0|} } }
              ],
              "tests": [ { "input": [1], "output": [1], "tolerance": {|NEURAL0205:-1|} } ]
            }
            """)
        .Reports(
            "Value 0 of 'scale' of layer 'normalization_0' is 0; it must be other than 0 in single precision",
            "Value 0 of 'scale' of layer 'normalization_1' is 1E-300; it must be other than 0 in single precision",
            "Value 0 of 'variance' of layer 'batch_normalization_0' is -1; it must be 0 or more",
            "'epsilon' of layer 'batch_normalization_0' is -1E-05; it must be 0 or more and finite in single precision",
            "Value 0 of 'variance' of layer 'batch_normalization_1' is 0; it must be more than 0 in single precision while 'epsilon' is 0",
            "'epsilon' of layer 'layer_normalization' is 0; it must be more than 0 and finite in single precision",
            "'rate' of layer 'dropout' is 1; it must be from 0 to less than 1",
            "'use_bias' of layer 'output' is false; it must be true or left out, since the layer has a 'bias'",
            "'alpha' of layer 'output' is 0; it must be other than 0",
            "'tolerance' of test 0 is -1; it must be 0 or more");

    [Fact]
    public void Values_out_of_range_are_reported_in_attributes() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 1, Precision = Precision.Double)]
            [Normalization(Mean = [1], Scale = [{|NEURAL0205:-0.0|}])]
            [BatchNormalization(Mean = [1], Variance = [{|NEURAL0205:-1|}], Epsilon = {|NEURAL0205:double.NaN|})]
            [LayerNormalization(Epsilon = {|NEURAL0205:double.PositiveInfinity|})]
            [Dropout({|NEURAL0205:-0.5|})]
            [Dense(1, Activation.Celu, Weights = [1], Bias = [1], UseBias = {|NEURAL0205:false|}, Alpha = {|NEURAL0205:0|})]
            public partial class Net;
            """)
        .Reports(
            "Value 0 of 'Scale' of layer 'normalization' is -0; it must be other than 0",
            "Value 0 of 'Variance' of layer 'batch_normalization' is -1; it must be 0 or more",
            "'Epsilon' of layer 'batch_normalization' is NaN; it must be 0 or more and finite",
            "'Epsilon' of layer 'layer_normalization' is Infinity; it must be more than 0 and finite",
            "'Rate' of layer 'dropout' is -0.5; it must be from 0 to less than 1",
            "'UseBias' of layer 'output' is false; it must be true or left out, since the layer has a 'Bias'",
            "'Alpha' of layer 'output' is 0; it must be other than 0");

    [Theory]
    [InlineData("""{ "type": "huber", "delta": {|NEURAL0205:0|} }""", "0; it must be more than 0")]
    [InlineData("""{ "type": "huber", "delta": {|NEURAL0205:-1.5|} }""", "-1.5; it must be more than 0")]
    [InlineData("""{ "type": "mean_squared_error", "delta": {|NEURAL0205:1|} }""", "1; it must be left out, since only 'huber' has one")]
    public void A_delta_that_the_loss_cannot_have_is_reported_in_a_file(string loss, string message) => Diagnose
        .File($$"""{ "inputs": 1, "loss": {{loss}}, "layers": [ { "type": "dense", "weights": [[1]] } ] }""")
        .Reports("'delta' of the loss is " + message);

    [Theory]
    [InlineData("Loss = LossFunction.Huber, LossDelta = {|NEURAL0205:double.NaN|}", "NaN; it must be more than 0")]
    [InlineData("LossDelta = {|NEURAL0205:2|}", "2; it must be left out, since only 'huber' has one")]
    public void A_delta_that_the_loss_cannot_have_is_reported_in_attributes(string arguments, string message) => Diagnose
        .Source($"[NeuralNetwork(Inputs = 1, {arguments})] [Dense(1, Weights = [1])] public partial class Net;")
        .Reports("'LossDelta' of the loss is " + message);
}
