using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Training;

/// <summary>Networks that own their parameters.</summary>
public class TrainableTests
{
    [Fact]
    public void Layers_without_weights_are_initialised_by_their_activation()
    {
        ITrainableNetwork<double> network = TrainableNet.Create<double>("""
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
        ITrainableNetwork<double> network = TrainableNet.Create<double>(TrainableNet.Declaration);
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
        ITrainableNetwork<float> network = TrainableNet.Create<float>("""
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
        ITrainableNetwork<double> network = TrainableNet.Create<double>(TrainableNet.Declaration);
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
        ITrainableNetwork<double> network = TrainableNet.Create<double>(TrainableNet.Declaration);
        network.FitNormalization([1, 10, 3, 10, 5, 10], NormalizationMethod.MinMax);
        Assert.False(network.NeedsNormalization);
        Assert.Equal([1, 10, 4, 1], network.Statistics[..4].ToArray());
        network.FitNormalization([1, 10, 3, 10, 5, 10], NormalizationMethod.Standard);
        Assert.Equal([3, 10, Math.Sqrt(8 / 3.0), 1], network.Statistics[..4].ToArray());
        Assert.Throws<ArgumentException>("inputs", () => network.FitNormalization([1, 2, 3], NormalizationMethod.MinMax));
        Assert.Throws<ArgumentOutOfRangeException>("method", () => network.FitNormalization([1, 2], (NormalizationMethod)7));
        TrainableNet.Create<float>("[NeuralGen.NeuralNetwork(Inputs = 1, Trainable = true)] [NeuralGen.Dense(1)] public partial class Net;").FitNormalization([1], NormalizationMethod.MinMax);
    }

    [Theory]
    [InlineData("[Dense(2)]")]
    [InlineData("[Dense(2, Name = \"last\")] [Activation(Activation.Linear)]")]
    public void Outputs_are_scaled_in_the_last_layer(string last)
    {
        ITrainableNetwork<double> network = TrainableNet.Create<double>($"""
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
        ITrainableNetwork<float> network = TrainableNet.Create<float>($"using NeuralGen; [NeuralNetwork(Inputs = 2, Trainable = true)] {last} public partial class Net;");
        float[] parameters = network.Parameters.ToArray();
        Assert.Equal(
            reason + "; outputs are scaled in a linear dense layer with a bias at the end.",
            Assert.Throws<InvalidOperationException>(() => network.ScaleOutputs([2], [1])).Message);
        Assert.Equal(parameters, network.Parameters.ToArray());
    }

    [Fact]
    public void Dropout_of_training_is_drawn_from_the_seed()
    {
        ITrainableNetwork<double> network = TrainableNet.Create<double>(TrainableNet.Declaration);
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
        ITrainableNetwork<double> network = TrainableNet.Create<double>(TrainableNet.Declaration.Replace("[Dropout(0.25)]", ""));
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
        ITrainableNetwork<float> network = TrainableNet.Create<float>($$"""
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
        ITrainableNetwork<double> network = TrainableNet.Create<double>(TrainableNet.Declaration);
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

    private static void CheckUniform(ReadOnlySpan<double> values, double limit)
    {
        double[] all = values.ToArray();
        Assert.InRange(all.Max(), limit * 0.9, limit);
        Assert.InRange(all.Min(), -limit, -limit * 0.9);
        Assert.InRange(all.Average(), -limit * 0.2, limit * 0.2);
        Assert.Equal(all.Length, all.Distinct().Count());
    }
}
