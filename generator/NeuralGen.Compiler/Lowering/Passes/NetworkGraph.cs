using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Passes;

/// <summary>Changes of the graph of a network.</summary>
internal static class NetworkGraph
{
    /// <summary>The network without some operations, whose readers read another tensor instead.</summary>
    /// <param name="network">The network.</param>
    /// <param name="replaced">For the output of each removed operation, what its readers read from now on.</param>
    /// <param name="operations">The operations that stay.</param>
    public static Network Redirect(this Network network, IReadOnlyDictionary<int, int> replaced, IEnumerable<Operation> operations)
    {
        int Find(int tensor) => replaced.TryGetValue(tensor, out int other) ? Find(other) : tensor;
        return network with
        {
            Operations = operations
                .Select(operation => operation.Rewire(operation.Inputs.Select(Find).ToEquatableArray(), operation.Output))
                .ToEquatableArray(),
            OutputTensors = network.OutputTensors.Select(Find).ToEquatableArray(),
        };
    }
}
