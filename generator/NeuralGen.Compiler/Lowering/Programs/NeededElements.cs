using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Lowering.Programs;

/// <summary>Finds the nodes that matter: those from which some path of weights other than zero leads to the output.</summary>
internal static class NeededElements
{
    /// <summary>Marks for all elements of all tensors.</summary>
    public static bool[][] All(Network network) =>
        [.. network.Tensors.Select(tensor => Enumerable.Repeat(true, tensor.Size).ToArray())];

    /// <summary>Per tensor of the network, a mark per element. Of weights that nobody knows none is zero.</summary>
    public static bool[][] Of(Network network)
    {
        bool[][] needed = [.. network.Tensors.Select(tensor => new bool[tensor.Size])];
        foreach (int output in network.OutputTensors)
        {
            needed[output] = [.. needed[output].Select(_ => true)];
        }

        foreach (Operation operation in network.Operations.Reverse())
        {
            for (int i = 0; i < operation.Inputs.Count; i++)
            {
                bool[] target = needed[operation.Inputs[i]];
                bool[]? more = operation.HasStoredNumbers ? null : operation.NeededInputs(i, target.Length, needed[operation.Output]);
                for (int j = 0; j < target.Length; j++)
                {
                    target[j] |= more?[j] ?? true;
                }
            }
        }

        return needed;
    }
}
