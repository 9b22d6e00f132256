using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>Numbers of values of layers that have one per input, and of slopes.</summary>
public class NormalizationShapeTests
{
    [Fact]
    public void Values_of_the_wrong_number_are_reported_in_a_file() => Diagnose
        .File("""
            {
              "inputs": 2,
              "layers": [
                { "type": "normalization", "mean": {|NEURAL0104:[1]|}, "scale": {|NEURAL0104:[1, 2, 3]|} },
                {
                  "type": "batch_normalization",
                  "gamma": {|NEURAL0104:[1]|}, "beta": {|NEURAL0104:[]|}, "mean": {|NEURAL0104:[1]|}, "variance": {|NEURAL0104:[1]|}
                },
                { "type": "layer_normalization", "gamma": {|NEURAL0104:[1]|}, "beta": {|NEURAL0104:[1]|} }
              ]
            }
            """)
        .Reports(
            "'mean' of layer 'normalization' has 1 value; it needs 2",
            "'scale' of layer 'normalization' has 3 values; it needs 2",
            "'gamma' of layer 'batch_normalization' has 1 value; it needs 2",
            "'beta' of layer 'batch_normalization' has 0 values; it needs 2",
            "'mean' of layer 'batch_normalization' has 1 value; it needs 2",
            "'variance' of layer 'batch_normalization' has 1 value; it needs 2",
            "'gamma' of layer 'layer_normalization' has 1 value; it needs 2",
            "'beta' of layer 'layer_normalization' has 1 value; it needs 2");

    [Fact]
    public void Values_of_the_wrong_number_are_reported_in_attributes() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 2)]
            [Normalization(Mean = {|NEURAL0104:[1]|}, Scale = [1, 2], Name = "scaler")]
            [LayerNormalization(Gamma = {|NEURAL0104:[1, 2, 3]|})]
            public partial class Net;
            """)
        .Reports("'Mean' of layer 'scaler' has 1 value; it needs 2", "'Gamma' of layer 'layer_normalization' has 3 values; it needs 2");

    [Fact]
    public void Slopes_of_the_wrong_number_are_reported_in_attributes() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 1)]
            [Dense(1, Activation.Prelu, Weights = [1], Slopes = {|NEURAL0104:[1, 2]|})]
            [Activation(Activation.Prelu, Slopes = {|NEURAL0104:[]|})]
            public partial class Net;
            """)
        .Reports(
            "'Slopes' of the activation of layer 'output' has 2 values; it needs 1",
            "'Slopes' of the activation of layer 'activation' has 0 values; it needs 1");

    [Fact]
    public void Slopes_of_the_wrong_number_are_reported_in_a_file() => Diagnose
        .File("""
            {
              "inputs": 1,
              "layers": [ { "type": "dense", "weights": [[1], [2], [3]], "activation": { "type": "prelu", "weights": {|NEURAL0104:[0.1, 0.2]|} } } ]
            }
            """)
        .Reports("'weights' of the activation of layer 'output' has 2 values; it needs 3");
}
