using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Training;

/// <summary>Files of networks that own their parameters, and what tells these networks apart.</summary>
public class TrainableFileTests
{
    [Fact]
    public void A_saved_network_loads_to_the_same_bits()
    {
        ITrainableNetwork<double> network = TrainableNet.Create<double>(TrainableNet.Declaration);
        Random random = new(1);
        network.FitNormalization([1.1, 10, 3, 0.3, 5, 10]);
        foreach (ref double parameter in network.Parameters)
        {
            parameter = BitConverter.Int64BitsToDouble(random.NextInt64()) is var bits && double.IsFinite(bits) ? bits : -0.0;
        }

        using MemoryStream stream = new();
        network.Save(stream);
        ITrainableNetwork<double> other = TrainableNet.Create<double>(TrainableNet.Declaration);
        stream.Position = 0;
        other.Load(stream);
        Assert.Equal(Bits(network.Parameters), Bits(other.Parameters));
        Assert.Equal(Bits(network.Statistics), Bits(other.Statistics));
        Assert.False(other.NeedsNormalization);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void A_saved_network_is_baked_in_by_the_next_build()
    {
        ITrainableNetwork<double> network = TrainableNet.Create<double>(TrainableNet.Declaration);
        network.FitNormalization([1.1, 10, 3, 0.3, 5, 10]);
        using MemoryStream stream = new();
        network.Save(stream);
        string json = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        GeneratedProject project = new GeneratorHost().File("/project/net.nn.json", json).Run();
        Assert.Empty(project.Analyze());
        CompiledNetwork baked = project.Network("Project.Net");
        Assert.Equal(network.Parameters.ToArray(), baked.Parameters);
        double[] output = new double[1];
        foreach (double[] input in new double[][] { [1, 2], [-3, 0.5], [100, -7] })
        {
            network.Predict(input, output);
            double predicted = baked.PredictScalar(input);
            Assert.True(Math.Abs(predicted - output[0]) <= 1e-12 * (1 + Math.Abs(output[0])), $"{predicted} {output[0]}");
        }
    }

    [Theory]
    [InlineData("\"type\": \"dense\", \"name\": \"first\"", "\"type\": \"dropout\", \"name\": \"first\"", "'type' of layer 1 is dropout; the network has dense")]
    [InlineData("\"rate\": 0.25", "\"rate\": 0.5", "'rate' of layer 2 is 0.5; the network has 0.25")]
    [InlineData("\"activation\": \"tanh\"", "\"activation\": \"relu\"", "'activation' of layer 4 is relu; the network has tanh")]
    [InlineData("\"gamma\": [1, 2, 3, 4]", "\"gamma\": [1, 2, 3]", "'gamma' of layer 3 has 3 numbers; the network has 4")]
    [InlineData("\"gamma\": [1, 2, 3, 4]", "\"gamma\": [1, 2, 3, true]", "'gamma' of layer 3 holds true, which is no number of the network's precision")]
    [InlineData("\"inputs\": [\"children\", \"accounts\"]", "\"inputs\": 3", "The file does not have the network's 2 inputs")]
    [InlineData("\"inputs\": [\"children\", \"accounts\"]", "\"inputs\": [\"accounts\", \"children\"]", "The file's 'inputs' are accounts, children; the network's are children, accounts")]
    [InlineData("\"layers\": [", "\"layout\": \"columns\", \"layers\": [", "'layout' is \"columns\"; it must be 'units_inputs' or 'inputs_units'")]
    public void A_file_of_another_architecture_is_refused_and_changes_nothing(string text, string replacement, string message)
    {
        ITrainableNetwork<double> network = TrainableNet.Create<double>(TrainableNet.Declaration);
        network.FitNormalization([1, 2, 3, 4]);
        using MemoryStream stream = new();
        network.Save(stream);
        string json = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        Assert.Contains(text, json);
        network.Initialize(8);
        double[] before = network.Parameters.ToArray();
        FormatException error = Assert.Throws<FormatException>(
            () => network.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json.Replace(text, replacement)))));
        Assert.StartsWith(message, error.Message);
        Assert.Contains("(line ", error.Message);
        Assert.Equal(before, network.Parameters.ToArray());
    }

    [Theory]
    [InlineData("[[1, 0.1], [\"infinity\", -2]]", null)]
    [InlineData("[1, 0.1, \"infinity\", -2]", null)]
    [InlineData("[1, 0.2, \"infinity\", -2]", "'values' of layer 0 has 0.2; the network has 0.1")]
    [InlineData("[1, 0.1, \"-infinity\", -2]", "'values' of layer 0 has \"-infinity\"; the network has \"infinity\"")]
    [InlineData("[1, 0.1]", "'values' of layer 0 are 2; the network has 4")]
    [InlineData("3", "'values' of layer 0 has 3; the network has 1")]
    public void A_file_with_other_constants_is_refused(string values, string? message)
    {
        const string Json = """
            { "inputs": 1, "trainable": true, "layers": [
                { "type": "constant", "name": "table", "values": VALUES, "shape": [2, 2] },
                { "type": "reduce", "name": "most", "operation": "min", "axes": [0, 1] },
                { "type": "dense", "name": "scaled", "inputs": ["input"], "weights": [[1]], "bias": [0] },
                { "type": "add", "inputs": ["most", "scaled"] } ] }
            """;
        ITrainableNetwork<float> network = (ITrainableNetwork<float>)Activator.CreateInstance(
            new GeneratorHost().File("net.nn.json", Json.Replace("VALUES", "[1, 0.1, \"infinity\", -2]", StringComparison.Ordinal)).Run().Load().GetType("Project.Net", throwOnError: true)!)!;
        void Load() => network.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Json.Replace("VALUES", values, StringComparison.Ordinal))));
        if (message is null)
        {
            Load();
        }
        else
        {
            Assert.StartsWith(message, Assert.Throws<FormatException>(Load).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_with_a_row_of_weights_per_input_is_read_as_such()
    {
        const string Net = """
            using NeuralGen;
            [NeuralNetwork(Inputs = 2, Trainable = true)] [Dense(2)] [Dense(3)] [Dense(2)] public sealed partial class Net;
            """;
        ITrainableNetwork<float> network = (ITrainableNetwork<float>)Activator.CreateInstance(
            new GeneratorHost().Source(Net).Run().Load().GetType("Net", throwOnError: true)!)!;
        const string File = """
            {
              "inputs": 2, "layout": "inputs_units",
              "layers": [
                { "type": "dense", "name": "hidden_0", "weights": [[1, 2], [3, 4]], "bias": [5, 6] },
                { "type": "dense", "name": "hidden_1", "weights": [[1, 2, 3], [4, 5, 6]], "bias": [7, 8, 9] },
                { "type": "dense", "name": "output", "layout": "units_inputs", "weights": [[1, 2, 3], [4, 5, 6]], "bias": [0, 0] }
              ]
            }
            """;
        network.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(File)));
        Assert.Equal([1, 3, 2, 4, 5, 6, 1, 4, 2, 5, 3, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 0, 0], network.Parameters.ToArray());
    }

    [Theory]
    [InlineData("""["no", "yes"]""", null)]
    [InlineData("""["yes", "no"]""", "The file's 'labels' are yes, no; the network's are no, yes")]
    [InlineData("""["no", { "text": "maybe", "name": "yes" }]""", "The file's 'labels' are no, maybe; the network's are no, yes")]
    public void A_file_with_other_labels_is_refused(string labels, string? message)
    {
        ITrainableNetwork<float> network = (ITrainableNetwork<float>)Activator.CreateInstance(new GeneratorHost().Source("""
            using NeuralGen;
            [NeuralNetwork(Inputs = 1, Trainable = true, Labels = ["no", "yes"])] [Dense(2, Activation.Softmax)] public sealed partial class Net;
            """).Run().Load().GetType("Net", throwOnError: true)!)!;
        string file = $$"""{ "inputs": 1, "labels": {{labels}}, "layers": [ { "type": "dense", "weights": [[1], [2]], "bias": [0, 0], "activation": "softmax" } ] }""";
        Action load = () => network.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file)));
        if (message is null)
        {
            load();
            Assert.Equal([1, 2, 0, 0], network.Parameters.ToArray());
        }
        else
        {
            Assert.StartsWith(message, Assert.Throws<FormatException>(load).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_normalisation_without_numbers_is_not_saved()
    {
        ITrainableNetwork<double> network = TrainableNet.Create<double>(TrainableNet.Declaration);
        using MemoryStream stream = new();
        const string Message = "Layer 'normalization' has no 'mean' yet; train the network, or call FitNormalization or Load, before it is saved.";
        Assert.Equal(Message, Assert.Throws<InvalidOperationException>(() => network.Save(stream)).Message);
        Assert.Equal(0, stream.Length);
        network.FitNormalization([1, 2, 3, 4]);
        network.Save(stream);
        network.Initialize(1);
        Assert.Throws<InvalidOperationException>(() => network.Save(new MemoryStream()));
        stream.Position = 0;
        network.Load(stream);
        network.Save(new MemoryStream());
    }

    [Fact]
    public void The_architecture_tells_networks_apart()
    {
        string[] lines =
        [
            "precision: double",
            "inputs: [children, accounts]",
            "loss: { type: huber, delta: 0.5 }",
            "layers: 6",
            "layer 0: type: normalization, name: normalization, mean 2, scale 2",
            "layer 1: type: dense, name: first, weights 4x2, bias 4, slopes 4",
            "layer 2: type: dropout, name: dropout, rate: 0.25",
            "layer 3: type: batch_normalization, name: batch_normalization, epsilon: 1E-05, gamma 4, beta 4, mean 4, variance 4",
            "layer 4: type: dense, name: hidden, activation: tanh, weights 3x4",
            "layer 5: type: dense, name: output, weights 1x3, bias 1",
        ];
        Assert.Equal(string.Join('\n', lines), string.Join('\n', TrainableNet.Create<double>(TrainableNet.Declaration).Architecture));
        string[] others =
        [
            TrainableNet.Declaration.Replace("Activation.Tanh", "Activation.Relu"),
            TrainableNet.Declaration.Replace("Dropout(0.25)", "Dropout(0.5)"),
            TrainableNet.Declaration.Replace("LossDelta = 0.5", "LossDelta = 0.25"),
            TrainableNet.Declaration.Replace("[\"children\", \"accounts\"]", "[\"accounts\", \"children\"]"),
            TrainableNet.Declaration.Replace("[Dense(1)]", "[Dense(1, UseBias = false)]"),
        ];
        Assert.All(others, other => Assert.NotEqual(TrainableNet.Create<double>(TrainableNet.Declaration).Architecture, TrainableNet.Create<double>(other).Architecture));
        Assert.Equal(TrainableNet.Create<double>(TrainableNet.Declaration).Architecture, TrainableNet.Create<double>(TrainableNet.Declaration.Replace("[Normalization]", "[Normalization(Mean = [1, 2], Scale = [3, 4])]")).Architecture);
    }

    [Fact]
    public void Names_are_members_of_the_interface()
    {
        ITrainableNetwork<double> network = TrainableNet.Create<double>(TrainableNet.Declaration);
        Assert.Equal(["children", "accounts"], network.InputNames.ToArray());
        Assert.Equal([], network.OutputNames.ToArray());
        Assert.Equal([], network.LabelNames.ToArray());
        ITrainableNetwork<float> classifier = TrainableNet.Create<float>("""
            using NeuralGen;
            [NeuralNetwork(Inputs = 2, Labels = ["no", "y \u00e9\"s"], OutputNames = ["a", "b"], Trainable = true)]
            [Dense(2, Activation.Softmax)]
            public partial class Net;
            """);
        Assert.Equal([], classifier.InputNames.ToArray());
        Assert.Equal(["a", "b"], classifier.OutputNames.ToArray());
        Assert.Equal(["no", "y \u00e9\"s"], classifier.LabelNames.ToArray());
    }

    [Fact]
    public void A_damaged_file_is_refused()
    {
        ITrainableNetwork<double> network = TrainableNet.Create<double>(TrainableNet.Declaration);
        Assert.Throws<FormatException>(() => network.Load(new MemoryStream("{ \"layers\": [ "u8.ToArray())));
        Assert.Throws<FormatException>(() => network.Load(new MemoryStream("[1]"u8.ToArray())));
        Assert.Throws<FormatException>(() => network.Load(new MemoryStream([])));
    }

    private static long[] Bits(ReadOnlySpan<double> values) => [.. values.ToArray().Select(BitConverter.DoubleToInt64Bits)];
}
