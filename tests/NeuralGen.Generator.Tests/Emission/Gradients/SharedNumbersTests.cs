using NeuralGen.Compiler.Emission;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;
using NeuralGen.Generator.Tests.Fingerprints;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Gradients;

/// <summary>Layers that share numbers count them once, and their derivatives add up.</summary>
public class SharedNumbersTests
{
    private const int Samples = 19;

    [Theory]
    [InlineData("single", "auto", true)]
    [InlineData("single", "auto", false)]
    [InlineData("single", "vectorized", true)]
    [InlineData("single", "vectorized", false)]
    [InlineData("double", "unrolled", true)]
    [InlineData("double", "vectorized", true)]
    public void Derivatives_of_shared_numbers_are_the_sums_of_those_of_each_layer(string precision, string emission, bool sharesBias)
    {
        string json = $$"""
            { "inputs": 2, "precision": "{{precision}}", "emission": "{{emission}}", "layers": [
              { "type": "dense", "name": "a", "weights": [[0.5, -1.25], [-0.75, 0.25]], "bias": [0.1, 0.2], "activation": { "type": "prelu", "weights": [0.3, -0.2] } },
              { "type": "dense", "name": "b", "weights": [[0.5, -1.25], [-0.75, 0.25]], "bias": [0.1, 0.2], "activation": { "type": "prelu", "weights": [0.3, -0.2] } },
              { "type": "dense", "name": "c", "weights": [[1.5, -0.5]] } ] }
            """;
        NetworkModel model = new GeneratorHost().File("Net.nn.json", json).Run().Model();
        Network network = model.Network!;
        Network shared = Share(network, sharesBias);
        int[] places = Places(network, shared);
        Assert.Equal(network.ParameterCount - 6 - (sharesBias ? 2 : 0), shared.ParameterCount);

        CompiledNetwork apart = Compile(model);
        CompiledNetwork together = Compile(model with { Network = shared, Signature = model.Signature with { ParameterCount = shared.ParameterCount } });
        Random random = new(5);
        double[] inputs = [.. Enumerable.Range(0, 2 * Samples).Select(_ => (2 * random.NextDouble()) - 1)];
        double[] targets = [.. Enumerable.Range(0, Samples).Select(_ => random.NextDouble())];
        Close(apart.PredictBatch(inputs), together.PredictBatch(inputs), together.IsDouble);
        Close(Sums(apart.GradientBatch(inputs, targets, out _)), together.GradientBatch(inputs, targets, out _), together.IsDouble);
        for (int i = 0; i < Samples; i++)
        {
            double[] input = inputs[(2 * i)..((2 * i) + 2)];
            Close(Sums(apart.Gradient(input, [targets[i]], out _)), together.Gradient(input, [targets[i]], out _), together.IsDouble);
        }

        double[] Sums(double[] gradient)
        {
            double[] sums = new double[shared.ParameterCount];
            for (int i = 0; i < gradient.Length; i++)
            {
                sums[places[i]] += gradient[i];
            }

            return sums;
        }
    }

    /// <summary>The network whose second layer has the numbers of the first, or all but its bias.</summary>
    private static Network Share(Network network, bool sharesBias)
    {
        DenseOperation first = (DenseOperation)network.Operations[0];
        return network with
        {
            Operations = network.Operations.Select((operation, index) => (index, operation) switch
            {
                (2, DenseOperation dense) => dense with { Weights = first.Weights, Bias = sharesBias ? first.Bias : dense.Bias },
                (3, ActivationOperation activation) => activation with { Function = ((ActivationOperation)network.Operations[1]).Function },
                _ => operation,
            }).ToEquatableArray(),
        };
    }

    /// <summary>For each parameter of one network its place in the other.</summary>
    private static int[] Places(Network apart, Network shared)
    {
        ParameterLayout layout = new(shared);
        return
        [
            .. apart.Operations.Zip(shared.Operations).SelectMany(pair => pair.First.Parameters.Zip(pair.Second.Parameters))
                .SelectMany(pair => Enumerable.Range(layout.ParameterOffset(pair.Second.Values)!.Value, pair.First.Values.Count)),
        ];
    }

    private static CompiledNetwork Compile(NetworkModel model)
    {
        FingerprintPlatform platform = FingerprintPlatform.All[0];
        return new CompiledNetwork(platform.Load(FingerprintedCode.Write(model, platform)).GetType("Project.Net", throwOnError: true)!);
    }

    private static void Close(double[] expected, double[] actual, bool isDouble)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, isDouble ? 1e-12 : 2e-6));
    }
}
