using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen.Generator.Tests.Emission.Training;

/// <summary>Files of trainable networks with layers that compute, beside convolutions, pools and dense layers.</summary>
public class ComputedLayersFileTests
{
    private const string Declaration = """
        {
          "inputs": [ { "name": "image", "shape": [2, 3, 4] } ], "precision": "double", "trainable": true, "seed": 5,
          "layers": [
            { "type": "conv_transpose2d", "name": "up", "units": 4, "kernel": [3, 2], "stride": [1, 2], "padding": [1, 0, 0, 0], "output_padding": [0, 1], "groups": 2, "activation": "tanh" },
            { "type": "group_normalization", "name": "groups", "groups": 2 },
            { "type": "group_normalization", "name": "plain", "groups": 4, "affine": false, "epsilon": 0.01 },
            { "type": "instance_normalization", "name": "channels", "affine": true },
            { "type": "instance_normalization", "name": "bare" },
            { "type": "rms_normalization", "name": "rows" },
            { "type": "matmul", "name": "product", "inputs": ["rows", "rows"], "transpose_right": true },
            { "type": "reduce", "name": "largest", "operation": "max", "axes": [-1], "keep_dimensions": true },
            { "type": "expression", "name": "gate-1", "inputs": ["largest", "product"], "formula": "largest * leaky_relu(1 - (product - 2), 0.25) > infinity ? -0.5 : (largest - product) / -2" },
            { "type": "expression", "name": "twice", "formula": "2 * x" },
            { "type": "resize", "name": "small", "mode": "linear", "scales": [0.75, 0.5], "align_corners": true },
            { "type": "resize", "name": "wide", "size": [3, 4] },
            { "type": "flatten", "name": "flat" },
            { "type": "dense", "name": "head", "units": 3 }
          ]
        }
        """;

    [Fact]
    public void A_saved_network_loads_to_the_same_bits_and_is_baked_in_with_the_same_outputs()
    {
        ITrainableNetwork<double> network = SpatialTrainableNet.Create(Declaration);
        NetworkFileCheck.LoadsAndIsBakedIn(network);
    }

    [Theory]
    [InlineData("\"output_padding\": [0, 1]", "\"output_padding\": [0, 0]", "'output_padding' of layer 0 is [0, 0]; the network has [0, 1]")]
    [InlineData("\"name\": \"groups\", \"groups\": 2", "\"name\": \"groups\", \"groups\": 4", "'groups' of layer 1 is 4; the network has 2")]
    [InlineData("\"transpose_right\": true", "\"transpose_right\": false", "'transpose_right' of layer 6 is false; the network has true")]
    [InlineData("\"operation\": \"max\"", "\"operation\": \"min\"", "'operation' of layer 7 is min; the network has max")]
    [InlineData("\"formula\": \"2 * 'gate-1'\"", "\"formula\": \"3 * 'gate-1'\"", "'formula' of layer 9 is 3 * 'gate-1'; the network has 2 * 'gate-1'")]
    [InlineData("\"mode\": \"linear\"", "\"mode\": \"cubic\"", "'mode' of layer 10 is cubic; the network has linear")]
    [InlineData("\"size\": [3, 4]", "\"size\": [3, 5]", "'size' of layer 11 is [3, 5]; the network has [3, 4]")]
    [InlineData("\"epsilon\": 2.220446049250313E-16", "\"epsilon\": 1e-5", "'epsilon' of layer 5 is 1E-05; the network has 2.220446049250313E-16")]
    public void A_file_of_other_layers_is_refused(string text, string replacement, string message) =>
        NetworkFileCheck.IsRefused(SpatialTrainableNet.Create(Declaration), text, replacement, message);

    [Fact]
    public void Weights_have_PyTorchs_names_and_shapes_and_load_to_the_same_bits()
    {
        ITrainableNetwork<double> network = SpatialTrainableNet.Create(Declaration);
        using MemoryStream stream = NetworkFileCheck.Weights(network);
        SafeTensorsFile file = SafeTensorsReader.TryRead(stream, "weights", out _)!;
        string[] expected = ["channels.bias [4]", "channels.weight [4]", "groups.bias [4]", "groups.weight [4]", "head.bias [3]", "head.weight [3, 48]", "rows.weight [9]", "up.bias [4]", "up.weight [2, 2, 3, 2]"];
        Assert.Equal(expected, file.Tensors.Select(tensor => $"{tensor.Name} {TensorEntry.Text(tensor.Shape)}").Order(StringComparer.Ordinal));
        NetworkFileCheck.LoadsTheSameWeights(network, stream);
    }
}
