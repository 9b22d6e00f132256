using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Programs;

/// <summary>Whether a network's output can be differentiated.</summary>
internal static class Differentiability
{
    /// <summary>Why there is no gradient, in words that go on after "since"; null where there is one.</summary>
    /// <param name="network">The network.</param>
    public static string? WhyNot(Network network)
    {
        if (network.States.Count > 0)
        {
            return "it keeps a state; the network over a sequence has them";
        }

        if (network.OutputTensors.Count != 1)
        {
            return $"it has {network.OutputTensors.Count} outputs";
        }

        if (network.Output.Type != ElementType.Float)
        {
            return $"its output is of type '{ElementTypes.Name(network.Output.Type)}'";
        }

        Network live = BackwardPrograms.Reduce(network, keepsDropout: true);
        if (live.Operations.FirstOrDefault(operation => operation is not ConstantOperation && (network.Tensors[operation.Output].Type != ElementType.Float || !operation.IsDifferentiable)) is { } end)
        {
            return $"its layer '{end.Layer}' ({end.Kind}) has no derivative";
        }

        bool dependsOnInput = live.Operations.SelectMany(operation => operation.Inputs).Append(live.OutputTensor)
            .Any(tensor => tensor < network.InputCount && network.Tensors[tensor].Type == ElementType.Float);
        return dependsOnInput || live.Operations.Any(operation => operation.Parameters.Any()) ? null : "its output depends on no number that could change a little";
    }
}
