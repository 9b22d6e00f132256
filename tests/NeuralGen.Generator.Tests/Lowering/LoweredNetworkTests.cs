using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Lowering.Passes;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Tests.Hosting;
using NeuralGen.Generator.Tests.Networks;

namespace NeuralGen.Generator.Tests.Lowering;

/// <summary>What the passes make of random networks computes what was declared, operation by operation, without any code.</summary>
public class LoweredNetworkTests
{
    private const int NetworksPerGroup = 12;

    /// <summary>Where the seeds of a group begin, and one of two ways to make or to lower its networks.</summary>
    public static TheoryData<int, bool> Groups()
    {
        TheoryData<int, bool> groups = new();
        for (int group = 0; group < TestShare.Of(24, 6); group++)
        {
            groups.Add(3000 + (group * NetworksPerGroup), group % 2 == 0);
        }

        return groups;
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Lists_are_lowered_to_the_same(int first, bool hasVectors) => Check(
        Seeds(first).Select(seed => new RandomNetwork(seed)).Select(random => (random.Json, (Func<double[][]>)(() => [random.NextInput()]))), hasVectors);

    [Theory]
    [MemberData(nameof(Groups))]
    public void Images_are_lowered_to_the_same(int first, bool hasPairs) => Check(
        Seeds(first).Select(seed => new SpatialNetwork(seed, zeros: 0.1, movesValues: true, computes: true, hasPairs: hasPairs))
            .Select(random => (random.Json, (Func<double[][]>)(() => [random.NextInput()]))),
        hasVectors: true);

    [Theory]
    [MemberData(nameof(Groups))]
    public void Several_inputs_and_outputs_are_lowered_to_the_same(int first, bool isLarge) => Check(
        Seeds(first).Select(seed => new TensorNetwork(seed, mostOutputs: 3, isLarge, hasIndices: true, hasFormulas: true))
            .Select(random => (random.Text, (Func<double[][]>)random.NextInputs)),
        hasVectors: true);

    private static IEnumerable<int> Seeds(int first) => Enumerable.Range(first, NetworksPerGroup);

    private static void Check(IEnumerable<(string Json, Func<double[][]> Next)> networks, bool hasVectors)
    {
        int changed = networks.Count(network => Check(network.Json, Bind(network.Json), hasVectors, network.Next));
        Assert.True(changed > 0, "The passes changed none of the networks.");
    }

    /// <summary>Compares the results of three samples, by the program's passes and with channels last.</summary>
    /// <returns>Whether the passes changed anything.</returns>
    private static bool Check(string what, Network network, bool hasVectors, Func<double[][]> next)
    {
        Network lowered = Lowerer.Lower(network, hasVectors).Network;
        List<Network> all = [lowered];
        if (ChannelsLast.IsWanted(lowered))
        {
            all.Add(ChannelsLast.Run(lowered));
        }

        for (int sample = 0; sample < 3; sample++)
        {
            double[][] inputs = next();
            double[][] declared = Interpreter.Evaluate(network, inputs);
            foreach (Network changed in all)
            {
                double[][] actual = Interpreter.Evaluate(changed, inputs);
                Assert.Equal(network.OutputTensors.Count, changed.OutputTensors.Count);
                Assert.All(network.OutputTensors.Zip(changed.OutputTensors), pair => Close(what, declared[pair.First], actual[pair.Second]));
            }
        }

        return !lowered.Operations.SequenceEqual(network.Operations);
    }

    private static void Close(string what, double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        double scale = expected.Where(double.IsFinite).Select(Math.Abs).Append(1).Max();
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                expected[i].Equals(actual[i]) || Math.Abs(expected[i] - actual[i]) <= 1e-5 * scale, $"Output {i} is {actual[i]:R} instead of {expected[i]:R}\n{what}");
        }
    }

    private static Network Bind(string json)
    {
        ProblemList problems = new();
        return NetworkBinder.Bind("Random", null, NetworkFileReader.Read(json, problems, default), "random.nn.json", problems).Network!;
    }
}
