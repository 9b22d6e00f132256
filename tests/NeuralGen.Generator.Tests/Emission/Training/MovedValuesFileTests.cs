using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Training;

/// <summary>Files of trainable networks with layers that move values.</summary>
public class MovedValuesFileTests
{
    private const string Net = """
        using NeuralGen;

        [NeuralNetwork(InputShape = [2, 3], Trainable = true, Precision = Precision.Double)]
        [Transpose(-1, 0)]
        [Slice(Axis = 0, Start = -1, Step = -2)]
        [Pad(1, 0, 0, 1, Mode = PadMode.Reflect)]
        [Pad(0, 0, 0, 1, Value = 0.5)]
        [Pad(0, 1, 0, 0, Mode = PadMode.Edge)]
        [Gather(0, 2, Axis = 0)]
        [Split("left", "right", Axis = 1, Sizes = [2, 3])]
        [Concat(Inputs = ["right", "left"], Axis = 1)]
        [Split("top", "bottom")]
        [Flatten(Inputs = ["bottom"])]
        [Dense(2)]
        public sealed partial class Net;
        """;

    [Fact]
    public void A_saved_network_is_baked_in_by_the_next_build()
    {
        ITrainableNetwork<double> network = TrainableNet.Create<double>(Net);
        using MemoryStream stream = new();
        network.Save(stream);
        string json = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        GeneratedProject project = new GeneratorHost().File("/project/net.nn.json", json).Run();
        Assert.Empty(project.Analyze());
        double[] input = [1, 2, 3, 4, 5, 6];
        double[] expected = new double[2];
        network.Predict(input, expected);
        double[] actual = project.Network("Project.Net").Predict(input);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        stream.Position = 0;
        network.Load(stream);
    }
}
