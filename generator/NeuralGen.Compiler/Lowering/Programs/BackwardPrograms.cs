using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Fusion;
using NeuralGen.Compiler.Lowering.Passes;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Programs;

/// <summary>The programs of losses and derivatives, and of samples that go through all operations one by one.</summary>
internal static class BackwardPrograms
{
    /// <summary>The forward pass alone, for the samples of a batch: an operation a step, but for what kernels compute along with convolutions.</summary>
    /// <param name="program">The program that predicts.</param>
    public static Program ForwardOfSamples(Program program)
    {
        Network network = ChannelsLast.Run(program.Network);
        EquatableArray<Step> steps = ConvolutionEpilogues.Run(
            program with { Network = network }, network.Operations.Select(operation => Step.Of(operation, null, StepForm.Loops)));
        steps = FormulaFusion.Run(program with { Network = network }, steps);
        return program with
        {
            Network = network,
            Steps = steps,
            StepsToLoss = steps.Count,
            LossTensor = network.OutputTensor,
            DependsOnParameters = new bool[network.Tensors.Count],
            DependsOnInput = new bool[network.Tensors.Count],
        };
    }

    /// <summary>The network without what has no part in derivatives: what does nothing, what nobody reads, and what is known or true by itself.</summary>
    /// <param name="network">The network as declared.</param>
    /// <param name="keepsDropout">Whether dropout stays, for training.</param>
    public static Network Reduce(Network network, bool keepsDropout) =>
        DeadOperationRemoval.Run(MapSubstitution.RunConditions(ConstantFolding.Run(IdentityRemoval.Run(BranchSelection.Run(network), keepsDropout))));

    /// <summary>The program of a network's losses and derivatives.</summary>
    /// <param name="network">The network as declared.</param>
    /// <param name="keepsDropout">Whether dropout stays, for training.</param>
    /// <param name="hasVectors">Whether the runtime library computes with hardware vectors.</param>
    /// <param name="isForKernels">Whether kernels compute it, which want the channels of a pixel as neighbours.</param>
    public static Program Of(Network network, bool keepsDropout, bool hasVectors = false, bool isForKernels = false)
    {
        Network reduced = Reduce(network, keepsDropout);
        reduced = isForKernels ? ChannelsLast.Run(reduced) : reduced;
        Operation? last = reduced.Operations.LastOrDefault();
        bool isTakenOver = last is ActivationOperation { Function.Loss: { } loss } && loss == reduced.Loss.Kind;
        bool[] dependsOnParameters = new bool[reduced.Tensors.Count];
        bool[] dependsOnInput = new bool[reduced.Tensors.Count];
        for (int input = 0; input < reduced.InputCount; input++)
        {
            dependsOnInput[input] = reduced.Tensors[input].Type == ElementType.Float;
        }

        foreach (Operation operation in reduced.Operations)
        {
            dependsOnParameters[operation.Output] = operation.Parameters.Any() || operation.Inputs.Any(input => dependsOnParameters[input]);
            dependsOnInput[operation.Output] = operation.Inputs.Any(input => dependsOnInput[input]);
        }

        return FormSelector.Choose(new Program
        {
            Direction = Direction.Backward,
            Declared = network,
            Network = reduced,
            Steps = reduced.Operations.Select(operation => Step.Of(operation, null, StepForm.Nodes)).ToEquatableArray(),
            Needed = NeededElements.All(reduced),
            HasVectors = hasVectors,
            StepsToLoss = reduced.Operations.Count - (isTakenOver ? 1 : 0),
            LossTensor = isTakenOver ? last!.Inputs[0] : reduced.OutputTensor,
            DependsOnParameters = dependsOnParameters,
            DependsOnInput = dependsOnInput,
        });
    }
}
