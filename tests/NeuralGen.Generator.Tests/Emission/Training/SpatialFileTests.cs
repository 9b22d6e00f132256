using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen.Generator.Tests.Emission.Training;

/// <summary>Files of trainable networks with spatial layers.</summary>
public class SpatialFileTests
{
    [Fact]
    public void Weights_have_PyTorchs_names_and_shapes_and_load_to_the_same_bits()
    {
        ITrainableNetwork<double> network = SpatialTrainableNet.Create();
        using MemoryStream stream = NetworkFileCheck.Weights(network);
        SafeTensorsFile file = SafeTensorsReader.TryRead(stream, "weights", out _)!;
        string[] expected =
        [
            "columns.bias [3]", "columns.running_mean [3]", "columns.running_var [3]", "columns.weight [3]",
            "features.0.bias [4]", "features.0.weight [4, 1, 3, 2]",
            "features.1.bias [4]", "features.1.running_mean [4]", "features.1.running_var [4]", "features.1.weight [4]",
            "head.bias [3]", "head.weight [3, 45]", "left.bias [3]", "left.weight [3, 4, 2, 2]",
            "mix.bias [5]", "mix.weight [5, 11]", "norm.bias [11]", "norm.weight [11]",
            "right.activation.weight [3]", "right.weight [3, 4, 1, 1]",
        ];
        Assert.Equal(expected, file.Tensors.Select(tensor => $"{tensor.Name} {TensorEntry.Text(tensor.Shape)}").Order(StringComparer.Ordinal));
        double[] statistics = network.Statistics.ToArray();
        network.Statistics.Fill(7);
        NetworkFileCheck.LoadsTheSameWeights(network, stream);
        Assert.Equal(statistics.Select(BitConverter.DoubleToInt64Bits), network.Statistics.ToArray().Select(BitConverter.DoubleToInt64Bits));
    }

    [Theory]
    [InlineData("\"units\": 3, \"kernel\": 1, ", "\"units\": 3, \"kernel\": [1, 3], \"padding\": [0, 1], ", "Tensor 'right.weight' of shape [3, 4, 1, 3] of 'weights' is of another shape than the network's, [3, 4, 1, 1].")]
    [InlineData("\"name\": \"features.1\"", "\"name\": \"feature.1\"", "'weights' has no tensor 'features.1.weight' of shape [4]; the closest name is 'feature.1.weight' of shape [4].")]
    public void Weights_of_another_network_are_refused_and_change_nothing(string text, string replacement, string message)
    {
        ITrainableNetwork<double> network = SpatialTrainableNet.Create();
        Assert.Contains(text, SpatialTrainableNet.Declaration);
        using MemoryStream stream = NetworkFileCheck.Weights(SpatialTrainableNet.Create(SpatialTrainableNet.Declaration.Replace(text, replacement)));
        network.Parameters.Fill(0.25);
        network.Statistics.Fill(0.5);
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => NetworkFileCheck.LoadWeights(network, stream)).Message);
        Assert.All(network.Parameters.ToArray(), value => Assert.Equal(0.25, value));
        Assert.All(network.Statistics.ToArray(), value => Assert.Equal(0.5, value));
    }

    [Fact]
    public void A_saved_network_loads_to_the_same_bits_and_is_baked_in_with_the_same_outputs() =>
        NetworkFileCheck.LoadsAndIsBakedIn(SpatialTrainableNet.Create());

    [Theory]
    [InlineData("\"stride\": [1, 2]", "\"stride\": [2, 2]", "'stride' of layer 0 is [2, 2]; the network has [1, 2]")]
    [InlineData("\"groups\": 2", "\"groups\": 1", "'groups' of layer 0 is 1; the network has 2")]
    [InlineData("\"name\": \"shares\", \"axis\": 0", "\"name\": \"shares\", \"axis\": 2", "'axis' of layer 3 is 2; the network has 0")]
    [InlineData("\"dilation\": [2, 2]", "\"dilation\": 1", "'dilation' of layer 4 is 1; the network has [2, 2]")]
    [InlineData("\"count_include_pad\": false", "\"count_include_pad\": true", "'count_include_pad' of layer 7 is true; the network has false")]
    [InlineData("\"dilation\": [2, 2]", "\"dilation\": 2", null)]
    [InlineData("\"padding\": [1, 0, 1, 0]", "\"padding\": [1, 0]", null)]
    [InlineData("\"name\": \"shares\", \"axis\": 0", "\"name\": \"shares\", \"axis\": -3", null)]
    public void A_file_whose_windows_and_axes_differ_is_refused(string text, string replacement, string? message) =>
        NetworkFileCheck.IsRefused(SpatialTrainableNet.Create(), text, replacement, message);
}
