using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Passes;

/// <summary>Takes away operations that the output does not depend on.</summary>
internal static class DeadOperationRemoval
{
    /// <summary>Runs the pass.</summary>
    public static Network Run(Network network)
    {
        HashSet<int> live = [.. network.OutputTensors];
        foreach (Operation operation in network.Operations.Reverse())
        {
            if (live.Contains(operation.Output))
            {
                live.UnionWith(operation.Inputs);
            }
        }

        return network with
        {
            Operations = network.Operations.Where(operation => live.Contains(operation.Output)).ToEquatableArray(),
        };
    }
}
