using System.Text;
using NeuralGen.Compiler.SafeTensors;
using NeuralGen.Generator.Tests.Hosting;

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

    private delegate void Files(Stream stream);

    [Fact]
    public void A_saved_network_loads_to_the_same_bits_and_is_baked_in_with_the_same_outputs()
    {
        ITrainableNetwork<double> network = SpatialTrainableNet.Create(Declaration);
        Assert.True(network.Parameters.ToArray().Count(value => value != 0) > 300);
        using MemoryStream stream = new();
        network.Save(stream);
        double[] parameters = network.Parameters.ToArray();
        network.Parameters.Clear();
        stream.Position = 0;
        network.Load(stream);
        Assert.Equal(parameters.Select(BitConverter.DoubleToInt64Bits), network.Parameters.ToArray().Select(BitConverter.DoubleToInt64Bits));
        GeneratedProject project = new GeneratorHost().File("net.nn.json", Encoding.UTF8.GetString(stream.ToArray())).Run();
        Assert.Empty(project.Analyze());
        CompiledNetwork baked = project.Network("Project.Net");
        Assert.Equal(parameters, baked.Parameters);
        Random random = new(1);
        double[] output = new double[3];
        for (int i = 0; i < 3; i++)
        {
            double[] input = [.. Enumerable.Range(0, baked.InputSize).Select(_ => (4 * random.NextDouble()) - 2)];
            network.Predict(input, output);
            Assert.All(output.Zip(baked.Predict(input)), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        }
    }

    [Theory]
    [InlineData("\"linear_before_reset\": false", "\"linear_before_reset\": true", "'linear_before_reset' of layer 0 is true; the network has false")]
    [InlineData("\"bidirectional\": true", "\"bidirectional\": false", "'bidirectional' of layer 0 is false; the network has true")]
    [InlineData("\"causal\": true", "\"causal\": false", "'causal' of layer 1 is false; the network has true")]
    [InlineData("\"activation\": \"relu\"", "\"activation\": \"tanh\"", "'activation' of layer 2 is tanh; the network has relu")]
    public void A_file_of_other_layers_is_refused(string text, string replacement, string message)
    {
        ITrainableNetwork<double> network = SpatialTrainableNet.Create(Declaration);
        using MemoryStream stream = new();
        network.Save(stream);
        string json = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Contains(text, json);
        using MemoryStream other = new(Encoding.UTF8.GetBytes(json.Replace(text, replacement)));
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => network.Load(other)).Message);
    }

    [Fact]
    public void Weights_have_PyTorchs_names_and_shapes_and_load_to_the_same_bits()
    {
        ITrainableNetwork<double> network = SpatialTrainableNet.Create(Declaration);
        using MemoryStream stream = new();
        Of(network, "SaveWeights")(stream);
        stream.Position = 0;
        SafeTensorsFile file = SafeTensorsReader.TryRead(stream, "weights", out _)!;
        string[] names = [.. file.Tensors.Select(tensor => $"{tensor.Name} {TensorEntry.Text(tensor.Shape)}")];
        string[] expected =
        [
            "first.weight_ih_l0 [9, 4]", "first.weight_hh_l0_reverse [9, 3]", "first.bias_ih_l1 [9]", "first.bias_hh_l1_reverse [9]", "first.weight_ih_l1 [9, 6]",
            "mixed.in_proj_weight [18, 6]", "mixed.in_proj_bias [18]", "mixed.out_proj.weight [6, 6]", "mixed.out_proj.bias [6]", "memory.weight_hh_l0 [16, 4]", "side.weight_ih_l0 [2, 4]",
        ];
        Assert.Empty(expected.Except(names));
        Assert.Equal(16 + 4 + 4 + 2 + 2, names.Length);
        double[] parameters = network.Parameters.ToArray();
        network.Parameters.Clear();
        stream.Position = 0;
        Of(network, "LoadWeights")(stream);
        Assert.Equal(parameters, network.Parameters.ToArray());
    }

    private static Files Of(ITrainableNetwork<double> network, string method) => network.GetType().GetMethod(method, [typeof(Stream)])!.CreateDelegate<Files>(network);
}
