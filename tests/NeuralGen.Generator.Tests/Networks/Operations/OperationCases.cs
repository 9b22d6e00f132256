using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Generator.Tests.Emission.Gradients;

namespace NeuralGen.Generator.Tests.Networks.Operations;

/// <summary>The operations of networks, with what they read and write for one sample.</summary>
internal static class OperationCases
{
    private const int RandomNetworks = 60;

    /// <summary>The operations of PyTorch's networks, and of random ones of which many weights are zero.</summary>
    public static IEnumerable<(Operation Operation, double[][] Inputs, double[] Output)> All()
    {
        IEnumerable<(string Json, double[] Input)> networks = SpatialCase.All.Select(item => (item.ToJson("double", "auto"), item.Rows[0].Input)).Concat(
            Enumerable.Range(500, RandomNetworks).Select(seed => new SpatialNetwork(seed, zeros: 0.4, movesValues: true, computes: true))
                .Select(random => (random.Json, random.NextInput())));
        foreach ((string json, double[] input) in networks)
        {
            Network network = InterpreterTests.Bind(json);
            double[][] tensors = Interpreter.Evaluate(network, input);
            foreach (Operation operation in network.Operations)
            {
                yield return (operation, [.. operation.Inputs.Select(tensor => tensors[tensor])], tensors[operation.Output]);
            }
        }
    }
}
