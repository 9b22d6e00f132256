using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Walks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Passes;

/// <summary>Makes branches choices of values, where both sides are computed: the backward pass needs no second way through the network.</summary>
internal static class BranchSelection
{
    /// <summary>Runs the pass.</summary>
    public static Network Run(Network network) => network.Operations.All(operation => operation is not BranchOperation)
        ? network
        : network with { Operations = network.Operations.Select(operation => operation is BranchOperation branch ? AsMap(network, branch) : operation).ToEquatableArray() };

    private static MapOperation AsMap(Network network, BranchOperation branch)
    {
        Tensor output = network.Tensors[branch.Output];
        Term[] sides = [new OperandTerm(1, output.Type), new OperandTerm(2, output.Type)];
        Walk own = Walk.Of([output.Size], [1]);
        return new(
            branch.Layer,
            branch.Inputs,
            branch.Output,
            new ConditionalTerm(new OperandTerm(0, ElementType.Bool), sides[0], sides[1]),
            output.Size,
            new([Walk.Of([output.Size], [0]), own, own]));
    }
}
