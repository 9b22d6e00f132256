using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Training;

/// <summary>Networks that own their parameters.</summary>
public class TrainableTests
{
    private const string Declaration = """
        using NeuralGen;

        [NeuralNetwork(InputNames = ["children", "accounts"], Trainable = true, Seed = 3, Precision = Precision.Double, Loss = LossFunction.Huber, LossDelta = 0.5)]
        [Normalization]
        [Dense(4, Activation.Prelu, Name = "first")]
        [Dropout(0.25)]
        [BatchNormalization(Gamma = [1, 2, 3, 4], Mean = [0, 0.5, 0, 0], Variance = [1, 1, 2, 1])]
        [Dense(3, Activation.Tanh, Weights = [1, 0, 0, 1,  0, 1, 0, 2,  0.5, -1, 1, 3])]
        [Dense(1)]
        public partial class Net;
        """;

    [Fact]
    public void Layers_without_weights_are_initialised_by_their_activation()
    {
        ITrainableNetwork<double> network = Create<double>("""
            using NeuralGen;

            [NeuralNetwork(Inputs = 50, Trainable = true, Seed = 5, Precision = Precision.Double)]
            [Dense(100, Activation.Relu)]
            [Dense(60, Activation.Tanh)]
            [Dense(1, UseBias = false)]
            public partial class Net;
            """);
        Assert.Equal((100 * 50) + 100 + (60 * 100) + 60 + 60, network.ParameterCount);
        CheckUniform(network.Parameters[..5000], Math.Sqrt(6.0 / 50));
        Assert.Equal(new double[100], network.Parameters.Slice(5000, 100).ToArray());
        CheckUniform(network.Parameters.Slice(5100, 6000), Math.Sqrt(6.0 / 160));
        Assert.Equal(new double[60], network.Parameters.Slice(11100, 60).ToArray());
        CheckUniform(network.Parameters.Slice(11160, 60), Math.Sqrt(6.0 / 61));
    }

    [Fact]
    public void The_seed_decides_the_first_weights()
    {
        ITrainableNetwork<double> network = Create<double>(Declaration);
        double[] declared = network.Parameters.ToArray();
        network.Initialize(4);
        Assert.NotEqual(declared, network.Parameters.ToArray());
        network.Parameters.Fill(1);
        network.Initialize(3);
        Assert.Equal(declared, network.Parameters.ToArray());
        Assert.Equal([0.25, 0.25, 0.25, 0.25], declared.AsSpan(12, 4).ToArray());
        Assert.Equal([1, 2, 3, 4], declared.AsSpan(16, 4).ToArray());
        Assert.Equal([1, 0, 0, 1, 0, 1, 0, 2, 0.5, -1, 1, 3], declared.AsSpan(24, 12).ToArray());
    }

    [Fact]
    public void Changed_parameters_change_the_predictions()
    {
        ITrainableNetwork<float> network = Create<float>("""
            using NeuralGen;

            [NeuralNetwork(Inputs = 2, Trainable = true)]
            [Dense(2, Activation.Relu, Weights = [2, 4, 4, -5])]
            [Dense(1, Weights = [2, 7])]
            public partial class Net;
            """);
        float[] output = new float[1];
        network.Predict([3, 5], output);
        Assert.Equal(52, output[0]);
        network.Parameters[4] = 3;
        network.Predict([3, 5], output);
        Assert.Equal(78, output[0]);
        network.PredictBatch([3, 5], output);
        Assert.Equal(78, output[0]);
    }

    [Fact]
    public void Statistics_are_learned_from_the_inputs()
    {
        ITrainableNetwork<double> network = Create<double>(Declaration);
        Assert.True(network.NeedsNormalization);
        network.FitNormalization([1, 10, 3, 10, 5, 10]);
        Assert.False(network.NeedsNormalization);
        Assert.Equal([3, 10, Math.Sqrt(8 / 3.0), 1], network.Statistics[..4].ToArray());
        Assert.Throws<ArgumentException>("inputs", () => network.FitNormalization([]));
        Assert.Throws<ArgumentException>("inputs", () => network.FitNormalization([1, 2, 3]));
    }

    [Fact]
    public void Statistics_can_be_minimum_and_range()
    {
        ITrainableNetwork<double> network = Create<double>(Declaration);
        network.FitNormalization([1, 10, 3, 10, 5, 10], NormalizationMethod.MinMax);
        Assert.False(network.NeedsNormalization);
        Assert.Equal([1, 10, 4, 1], network.Statistics[..4].ToArray());
        network.FitNormalization([1, 10, 3, 10, 5, 10], NormalizationMethod.Standard);
        Assert.Equal([3, 10, Math.Sqrt(8 / 3.0), 1], network.Statistics[..4].ToArray());
        Assert.Throws<ArgumentException>("inputs", () => network.FitNormalization([1, 2, 3], NormalizationMethod.MinMax));
        Assert.Throws<ArgumentOutOfRangeException>("method", () => network.FitNormalization([1, 2], (NormalizationMethod)7));
        Create<float>("[NeuralGen.NeuralNetwork(Inputs = 1, Trainable = true)] [NeuralGen.Dense(1)] public partial class Net;").FitNormalization([1], NormalizationMethod.MinMax);
    }

    [Theory]
    [InlineData("[Dense(2)]")]
    [InlineData("[Dense(2, Name = \"last\")] [Activation(Activation.Linear)]")]
    public void Outputs_are_scaled_in_the_last_layer(string last)
    {
        ITrainableNetwork<double> network = Create<double>($"""
            using NeuralGen;
            [NeuralNetwork(Inputs = 2, Trainable = true, Seed = 5, Precision = Precision.Double)]
            [Dense(3, Activation.Tanh)]
            {last}
            public partial class Net;
            """);
        double[] before = new double[2];
        double[] after = new double[2];
        network.Predict([0.5, -1], before);
        network.ScaleOutputs([1e3, -2], [5e6, 0.25]);
        network.Predict([0.5, -1], after);
        Assert.Equal((before[0] * 1e3) + 5e6, after[0], 1e-8);
        Assert.Equal((before[1] * -2) + 0.25, after[1], 1e-12);
        Assert.Throws<ArgumentException>("scale", () => network.ScaleOutputs([1], [1, 2]));
        Assert.Throws<ArgumentException>("shift", () => network.ScaleOutputs([1, 2], [1]));
    }

    [Theory]
    [InlineData("[Dense(1, Activation.Sigmoid)]", "Layer 'output' ends with sigmoid")]
    [InlineData("[Dense(1, UseBias = false)]", "Layer 'output' has no bias")]
    [InlineData("[Dense(1)] [LayerNormalization]", "Layer 'layer_normalization' is layer_normalization")]
    public void Outputs_of_other_layers_are_not_scaled(string last, string reason)
    {
        ITrainableNetwork<float> network = Create<float>($"using NeuralGen; [NeuralNetwork(Inputs = 2, Trainable = true)] {last} public partial class Net;");
        float[] parameters = network.Parameters.ToArray();
        Assert.Equal(
            reason + "; outputs are scaled in a linear dense layer with a bias at the end.",
            Assert.Throws<InvalidOperationException>(() => network.ScaleOutputs([2], [1])).Message);
        Assert.Equal(parameters, network.Parameters.ToArray());
    }

    [Fact]
    public void A_saved_network_loads_to_the_same_bits()
    {
        ITrainableNetwork<double> network = Create<double>(Declaration);
        Random random = new(1);
        network.FitNormalization([1.1, 10, 3, 0.3, 5, 10]);
        foreach (ref double parameter in network.Parameters)
        {
            parameter = BitConverter.Int64BitsToDouble(random.NextInt64()) is var bits && double.IsFinite(bits) ? bits : -0.0;
        }

        using MemoryStream stream = new();
        network.Save(stream);
        ITrainableNetwork<double> other = Create<double>(Declaration);
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
        ITrainableNetwork<double> network = Create<double>(Declaration);
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
        ITrainableNetwork<double> network = Create<double>(Declaration);
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
        ITrainableNetwork<double> network = Create<double>(Declaration);
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
        Assert.Equal(string.Join('\n', lines), string.Join('\n', Create<double>(Declaration).Architecture));
        string[] others =
        [
            Declaration.Replace("Activation.Tanh", "Activation.Relu"),
            Declaration.Replace("Dropout(0.25)", "Dropout(0.5)"),
            Declaration.Replace("LossDelta = 0.5", "LossDelta = 0.25"),
            Declaration.Replace("[\"children\", \"accounts\"]", "[\"accounts\", \"children\"]"),
            Declaration.Replace("[Dense(1)]", "[Dense(1, UseBias = false)]"),
        ];
        Assert.All(others, other => Assert.NotEqual(Create<double>(Declaration).Architecture, Create<double>(other).Architecture));
        Assert.Equal(Create<double>(Declaration).Architecture, Create<double>(Declaration.Replace("[Normalization]", "[Normalization(Mean = [1, 2], Scale = [3, 4])]")).Architecture);
    }

    [Fact]
    public void Names_are_members_of_the_interface()
    {
        ITrainableNetwork<double> network = Create<double>(Declaration);
        Assert.Equal(["children", "accounts"], network.InputNames.ToArray());
        Assert.Equal([], network.OutputNames.ToArray());
        Assert.Equal([], network.LabelNames.ToArray());
        ITrainableNetwork<float> classifier = Create<float>("""
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
        ITrainableNetwork<double> network = Create<double>(Declaration);
        Assert.Throws<FormatException>(() => network.Load(new MemoryStream("{ \"layers\": [ "u8.ToArray())));
        Assert.Throws<FormatException>(() => network.Load(new MemoryStream("[1]"u8.ToArray())));
        Assert.Throws<FormatException>(() => network.Load(new MemoryStream([])));
    }

    [Fact]
    public void Dropout_of_training_is_drawn_from_the_seed()
    {
        ITrainableNetwork<double> network = Create<double>(Declaration);
        double[] inputs = [.. Enumerable.Range(0, 200).Select(i => Math.Sin(i))];
        double[] targets = new double[100];
        double[] first = new double[network.ParameterCount];
        double[] second = new double[network.ParameterCount];
        double[] third = new double[network.ParameterCount];
        double[] plain = new double[network.ParameterCount];
        network.TrainingGradient(inputs, targets, [], 1, first);
        network.TrainingGradient(inputs, targets, [], 1, second);
        network.TrainingGradient(inputs, targets, [], 2, third);
        network.GradientBatch(inputs, targets, plain);
        Assert.Equal(first, second);
        Assert.NotEqual(first, third);
        Assert.NotEqual(first, plain);
    }

    [Fact]
    public void Rows_count_by_their_weights()
    {
        ITrainableNetwork<double> network = Create<double>(Declaration.Replace("[Dropout(0.25)]", ""));
        double[] inputs = [1, 2, -3, 0.5, 2, 2];
        double[] targets = [1, -1, 0.2];
        double[] weights = [0, 2, 0.5];
        double[] weighted = new double[network.ParameterCount];
        double loss = network.TrainingGradient(inputs, targets, weights, 1, weighted);
        double[] expected = new double[network.ParameterCount];
        double[] gradient = new double[network.ParameterCount];
        double losses = 0;
        for (int row = 0; row < 3; row++)
        {
            losses += weights[row] / 3 * network.Gradient(inputs.AsSpan(2 * row, 2), targets.AsSpan(row, 1), gradient);
            expected = [.. expected.Zip(gradient, (sum, value) => sum + (weights[row] / 3 * value))];
        }

        Assert.Equal(losses, loss, 1e-12);
        Assert.All(expected.Zip(weighted), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Throws<ArgumentException>("weights", () => network.TrainingGradient(inputs, targets, [1], 1, gradient));
    }

    [Theory]
    [InlineData(3, "Auto")]
    [InlineData(3, "Vectorized")]
    [InlineData(300, "Auto")]
    public void Steps_of_training_allocate_nothing(int units, string emission)
    {
        ITrainableNetwork<float> network = Create<float>($$"""
            using NeuralGen;

            [NeuralNetwork(Inputs = 10, Trainable = true, Emission = Emission.{{emission}})]
            [Dense({{units}}, Activation.Relu)]
            [Dropout(0.1)]
            [Dense({{units}}, Activation.Gelu)]
            [Dense(1)]
            public partial class Net;
            """);
        float[] inputs = [.. Enumerable.Range(0, 1000).Select(i => MathF.Sin(i))];
        float[] targets = new float[100];
        float[] gradient = new float[network.ParameterCount];
        float[] jacobian = new float[10];
        float[] outputs = new float[100];
        void Step()
        {
            network.TrainingGradient(inputs, targets, [], 3, gradient);
            network.GradientBatch(inputs, targets, gradient);
            network.Gradient(inputs.AsSpan(0, 10), targets.AsSpan(0, 1), gradient);
            network.Loss(inputs.AsSpan(0, 10), targets.AsSpan(0, 1));
            network.InputJacobian(inputs.AsSpan(0, 10), jacobian);
            network.Predict(inputs.AsSpan(0, 10), outputs.AsSpan(0, 1));
            network.PredictBatch(inputs, outputs);
        }

        Step();
        Step();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            Step();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void The_type_of_a_file_can_be_created_and_has_an_interface()
    {
        Type type = new GeneratorHost()
            .File("net.nn.json", """{ "inputs": 2, "trainable": true, "labels": ["a", "b"], "layers": [ { "type": "dense", "units": 2, "activation": "softmax" } ] }""")
            .Source("public static class User { public static Project.Net.Label Use() => new Project.Net().Classify(new float[] { 1, 2 }); }")
            .Run().Load().GetType("Project.Net")!;
        Assert.True(type.IsSealed);
        Assert.NotNull(type.GetConstructor([]));
        Assert.IsType<ITrainableNetwork<float>>(Activator.CreateInstance(type), exactMatch: false);
    }

    [Fact]
    public void Wrong_lengths_are_argument_exceptions()
    {
        ITrainableNetwork<double> network = Create<double>(Declaration);
        double[] gradient = new double[network.ParameterCount];
        Assert.Throws<ArgumentException>("input", () => network.Gradient([1], [1], gradient));
        Assert.Throws<ArgumentException>("target", () => network.Gradient([1, 2], [1, 2], gradient));
        Assert.Throws<ArgumentException>("gradient", () => network.Gradient([1, 2], [1], [1]));
        Assert.Throws<ArgumentException>("inputs", () => network.GradientBatch([], [], gradient));
        Assert.Throws<ArgumentException>("inputs", () => network.GradientBatch([1, 2, 3], [1], gradient));
        Assert.Throws<ArgumentException>("targets", () => network.GradientBatch([1, 2, 3, 4], [1], gradient));
        Assert.Throws<ArgumentException>("target", () => network.Loss([1, 2], []));
        ArgumentException error = Assert.Throws<ArgumentException>("jacobian", () => network.InputJacobian([1, 2], gradient));
        Assert.Contains($"has {network.ParameterCount} values; 2 are needed", error.Message);
    }

    private static ITrainableNetwork<T> Create<T>(string source)
        where T : struct => (ITrainableNetwork<T>)Activator.CreateInstance(new GeneratorHost().Source(source).Run().Load().GetType("Net")!)!;

    private static long[] Bits(ReadOnlySpan<double> values) => [.. values.ToArray().Select(BitConverter.DoubleToInt64Bits)];

    private static void CheckUniform(ReadOnlySpan<double> values, double limit)
    {
        double[] all = values.ToArray();
        Assert.InRange(all.Max(), limit * 0.9, limit);
        Assert.InRange(all.Min(), -limit, -limit * 0.9);
        Assert.InRange(all.Average(), -limit * 0.2, limit * 0.2);
        Assert.Equal(all.Length, all.Distinct().Count());
    }
}
