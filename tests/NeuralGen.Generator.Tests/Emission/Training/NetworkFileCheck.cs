using System.Text;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Training;

/// <summary>What must hold of the files of every trainable network.</summary>
internal static class NetworkFileCheck
{
    private delegate void Files(Stream stream);

    /// <summary>A saved network loads to the same bits, and computes the same when it is compiled in.</summary>
    /// <param name="network">A network of three outputs.</param>
    public static void LoadsAndIsBakedIn(ITrainableNetwork<double> network)
    {
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

    /// <summary>A saved file in which a text was replaced is refused with a message, or taken where there is none.</summary>
    public static void IsRefused(ITrainableNetwork<double> network, string text, string replacement, string? message)
    {
        using MemoryStream stream = new();
        network.Save(stream);
        string json = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Contains(text, json);
        using MemoryStream other = new(Encoding.UTF8.GetBytes(json.Replace(text, replacement)));
        if (message is null)
        {
            network.Load(other);
            return;
        }

        Assert.StartsWith(message, Assert.Throws<FormatException>(() => network.Load(other)).Message);
    }

    /// <summary>Gets a network's weights as a file, from its start.</summary>
    public static MemoryStream Weights(ITrainableNetwork<double> network)
    {
        MemoryStream stream = new();
        Method(network, "SaveWeights")(stream);
        stream.Position = 0;
        return stream;
    }

    /// <summary>Loads weights.</summary>
    public static void LoadWeights(ITrainableNetwork<double> network, Stream stream) => Method(network, "LoadWeights")(stream);

    /// <summary>Weights load to the same bits.</summary>
    public static void LoadsTheSameWeights(ITrainableNetwork<double> network, Stream weights)
    {
        double[] parameters = network.Parameters.ToArray();
        network.Parameters.Clear();
        weights.Position = 0;
        LoadWeights(network, weights);
        Assert.Equal(parameters.Select(BitConverter.DoubleToInt64Bits), network.Parameters.ToArray().Select(BitConverter.DoubleToInt64Bits));
    }

    private static Files Method(ITrainableNetwork<double> network, string name) => network.GetType().GetMethod(name, [typeof(Stream)])!.CreateDelegate<Files>(network);
}
