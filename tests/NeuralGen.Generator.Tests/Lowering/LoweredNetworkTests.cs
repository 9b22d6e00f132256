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

    private static readonly (string Name, Func<Network, bool, Network> Run)[] Passes =
    [
        (nameof(IdentityRemoval), (network, _) => IdentityRemoval.Run(network)),
        (nameof(ConstantFolding), (network, _) => ConstantFolding.Run(network)),
        (nameof(ConstantProducts), (network, _) => ConstantProducts.Run(network)),
        (nameof(FormulaRecognition), (network, _) => FormulaRecognition.Run(network)),
        (nameof(MoveFolding), (network, _) => MoveFolding.Run(network)),
        (nameof(NormalizationFolding), NormalizationFolding.Run),
        (nameof(MapSubstitution), (network, _) => MapSubstitution.Run(network)),
        (nameof(DeadOperationRemoval), (network, _) => DeadOperationRemoval.Run(network)),
        (nameof(ChannelsLast), (network, _) => ChannelsLast.Run(network)),
    ];

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
        Seeds(first).Select(seed => new RandomNetwork(seed)).Select(random => (random.Json, (Func<double[][]>)(() => [random.NextInput()]))),
        hasVectors,
        nameof(IdentityRemoval),
        nameof(NormalizationFolding));

    [Theory]
    [MemberData(nameof(Groups))]
    public void Images_are_lowered_to_the_same(int first, bool hasPairs) => Check(
        Images(first, hasPairs).Select(random => (random.Json, (Func<double[][]>)(() => [random.NextInput()]))),
        hasVectors: true,
        nameof(ChannelsLast));

    [Theory]
    [MemberData(nameof(Groups))]
    public void Several_inputs_and_outputs_are_lowered_to_the_same(int first, bool isLarge) => Check(
        Seeds(first).Select(seed => new TensorNetwork(seed, mostOutputs: 3, isLarge, hasIndices: true, hasFormulas: true))
            .Select(random => (random.Text, (Func<double[][]>)random.NextInputs)),
        hasVectors: true,
        nameof(ConstantFolding),
        nameof(FormulaRecognition));

    /// <summary>Not every group of images has what these passes look for.</summary>
    [Fact]
    public void Passes_that_seldom_have_work_have_some_among_all_images()
    {
        IEnumerable<Network> networks = Groups().SelectMany(row => Images((int)row[0], (bool)row[1])).Select(random => Bind(random.Json));
        Assert.Empty(
            new[] { nameof(MoveFolding), nameof(NormalizationFolding), nameof(MapSubstitution), nameof(DeadOperationRemoval) }
                .Except(networks.SelectMany(network => Changes(network, hasVectors: true)).Select(change => change.Name)));
    }

    private static IEnumerable<SpatialNetwork> Images(int first, bool hasPairs) =>
        Seeds(first).Select(seed => new SpatialNetwork(seed, zeros: 0.1, movesValues: true, computes: true, hasPairs: hasPairs));

    private static IEnumerable<int> Seeds(int first) => Enumerable.Range(first, NetworksPerGroup);

    /// <summary>Compares networks before and after the passes, and sees that there was something to compare.</summary>
    /// <param name="networks">The networks of a group.</param>
    /// <param name="hasVectors">Whether they are lowered for hardware vectors.</param>
    /// <param name="active">The passes of which each must change one of the networks at least.</param>
    private static void Check(IEnumerable<(string Json, Func<double[][]> Next)> networks, bool hasVectors, params string[] active)
    {
        HashSet<string> changing = [];
        int answering = networks.Count(network => Check(network.Json, Bind(network.Json), hasVectors, network.Next, changing));
        Assert.True(answering > NetworksPerGroup / 2, $"The outputs of only {answering} networks tell one input from another.");
        Assert.Empty(active.Except(changing));
    }

    /// <summary>Compares the results of three samples after each pass, and after all that a program has.</summary>
    /// <returns>Whether the outputs are numbers that change with the input.</returns>
    private static bool Check(string what, Network network, bool hasVectors, Func<double[][]> next, HashSet<string> changing)
    {
        List<(string Name, Network Network)> all = [.. Changes(network, hasVectors)];
        changing.UnionWith(all.Select(change => change.Name));
        all.Add(("all passes", Lowerer.Lower(network, hasVectors).Network));
        List<double[]> outputs = [];
        for (int sample = 0; sample < 3; sample++)
        {
            double[][] inputs = next();
            double[][] declared = Interpreter.Evaluate(network, inputs);
            outputs.Add([.. network.OutputTensors.SelectMany(output => declared[output])]);
            foreach ((string name, Network changed) in all)
            {
                double[][] actual = Interpreter.Evaluate(changed, inputs);
                Assert.Equal(network.OutputTensors.Count, changed.OutputTensors.Count);
                Assert.All(network.OutputTensors.Zip(changed.OutputTensors), pair => Close($"after {name}:\n{what}", declared[pair.First], actual[pair.Second]));
            }
        }

        return outputs.SelectMany(values => values).All(double.IsFinite) && !outputs[0].SequenceEqual(outputs[1]);
    }

    /// <summary>The network after each pass that changes something, in the order in which programs have them.</summary>
    private static IEnumerable<(string Name, Network Network)> Changes(Network network, bool hasVectors)
    {
        Network current = network;
        foreach ((string name, Func<Network, bool, Network> run) in Passes)
        {
            Network before = current;
            current = run(before, hasVectors && network.Precision == Compiler.Values.Precision.Single);
            if (!current.Operations.SequenceEqual(before.Operations))
            {
                yield return (name, current);
            }
        }
    }

    private static void Close(string what, double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        double scale = expected.Where(double.IsFinite).Select(Math.Abs).Append(1).Max();
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                expected[i].Equals(actual[i]) || Math.Abs(expected[i] - actual[i]) <= 1e-9 * scale, $"Output {i} is {actual[i]:R} instead of {expected[i]:R} {what}");
        }
    }

    private static Network Bind(string json)
    {
        ProblemList problems = new();
        return NetworkBinder.Bind("Random", null, NetworkFileReader.Read(json, problems, default), "random.nn.json", problems).Network!;
    }
}
