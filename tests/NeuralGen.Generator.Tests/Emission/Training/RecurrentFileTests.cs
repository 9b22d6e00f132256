using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen.Generator.Tests.Emission.Training;

/// <summary>Files of trainable networks with recurrent layers and attention.</summary>
public class RecurrentFileTests
{
    private const string Declaration = """
        {
          "inputs": [ { "shape": [5, 4] } ], "precision": "double", "trainable": true, "seed": 5,
          "layers": [
            { "type": "gru", "name": "first", "units": 3, "layers": 2, "bidirectional": true, "return_sequences": true, "linear_before_reset": false },
            { "type": "multi_head_attention", "name": "mixed", "heads": 2, "causal": true },
            { "type": "lstm", "name": "memory", "units": 4, "activation": "relu", "reversed": true, "outputs": ["all", "hidden", "cell"] },
            { "type": "concat", "name": "both", "inputs": ["hidden", "cell"] },
            { "type": "rnn", "name": "side", "inputs": ["all"], "units": 2, "use_bias": false },
            { "type": "concat", "name": "everything", "inputs": ["both", "side"] },
            { "type": "dense", "name": "head", "units": 3 }
          ]
        }
        """;

    [Fact]
    public void A_saved_network_loads_to_the_same_bits_and_is_baked_in_with_the_same_outputs()
    {
        ITrainableNetwork<double> network = SpatialTrainableNet.Create(Declaration);
        Assert.True(network.Parameters.ToArray().Count(value => value != 0) > 300);
        NetworkFileCheck.LoadsAndIsBakedIn(network);
    }

    [Theory]
    [InlineData("\"linear_before_reset\": false", "\"linear_before_reset\": true", "'linear_before_reset' of layer 0 is true; the network has false")]
    [InlineData("\"bidirectional\": true", "\"bidirectional\": false", "'bidirectional' of layer 0 is false; the network has true")]
    [InlineData("\"causal\": true", "\"causal\": false", "'causal' of layer 1 is false; the network has true")]
    [InlineData("\"activation\": \"relu\"", "\"activation\": \"tanh\"", "'activation' of layer 2 is tanh; the network has relu")]
    public void A_file_of_other_layers_is_refused(string text, string replacement, string message) =>
        NetworkFileCheck.IsRefused(SpatialTrainableNet.Create(Declaration), text, replacement, message);

    [Fact]
    public void Weights_have_PyTorchs_names_and_shapes_and_load_to_the_same_bits()
    {
        ITrainableNetwork<double> network = SpatialTrainableNet.Create(Declaration);
        using MemoryStream stream = NetworkFileCheck.Weights(network);
        SafeTensorsFile file = SafeTensorsReader.TryRead(stream, "weights", out _)!;
        string[] names = [.. file.Tensors.Select(tensor => $"{tensor.Name} {TensorEntry.Text(tensor.Shape)}")];
        string[] expected =
        [
            "first.weight_ih_l0 [9, 4]", "first.weight_hh_l0_reverse [9, 3]", "first.bias_ih_l1 [9]", "first.bias_hh_l1_reverse [9]", "first.weight_ih_l1 [9, 6]",
            "mixed.in_proj_weight [18, 6]", "mixed.in_proj_bias [18]", "mixed.out_proj.weight [6, 6]", "mixed.out_proj.bias [6]", "memory.weight_hh_l0 [16, 4]", "side.weight_ih_l0 [2, 4]",
        ];
        Assert.Empty(expected.Except(names));
        Assert.Equal(16 + 4 + 4 + 2 + 2, names.Length);
        NetworkFileCheck.LoadsTheSameWeights(network, stream);
    }
}
