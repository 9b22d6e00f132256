using NeuralGen.Compiler.Lowering.Passes;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering;

/// <summary>Plans the code of the gradients.</summary>
internal static class GradientPlanner
{
    /// <summary>Plans the way forth alone, for the rows of a batch.</summary>
    /// <param name="network">The network, lowered.</param>
    public static GradientPlan PlanForward(Network network) => new()
    {
        Network = network,
        Steps = network.Operations.Select(operation => new Step(operation, null, CodeShape.Loops)).ToEquatableArray(),
        StepsToLoss = network.Operations.Count,
        LossTensor = network.OutputTensor,
        DependsOnParameters = [.. network.Tensors.Select(_ => false)],
        DependsOnInput = [.. network.Tensors.Select(_ => false)],
        IsUnrolled = false,
        IsJacobianUnrolled = false,
        IsForwardOnly = true,
    };

    /// <summary>Plans for a network.</summary>
    /// <param name="network">The network as declared.</param>
    /// <param name="keepsDropout">Whether dropout stays, for training.</param>
    /// <param name="hasVectors">Whether the runtime library computes with hardware vectors.</param>
    public static GradientPlan Plan(Network network, bool keepsDropout, bool hasVectors = false)
    {
        Network reduced = DeadOperationRemoval.Run(IdentityRemoval.Run(network, keepsDropout));
        Operation? last = reduced.Operations.LastOrDefault();
        bool isTakenOver = last is ActivationOperation { Function.Loss: { } loss } && loss == reduced.Loss.Kind;
        bool[] dependsOnParameters = new bool[reduced.Tensors.Count];
        bool[] dependsOnInput = new bool[reduced.Tensors.Count];
        dependsOnInput[0] = true;
        foreach (Operation operation in reduced.Operations)
        {
            dependsOnParameters[operation.Output] = operation.Parameters.Any() || operation.Inputs.Any(input => dependsOnParameters[input]);
            dependsOnInput[operation.Output] = operation.Inputs.Any(input => dependsOnInput[input]);
        }

        return new GradientPlan
        {
            Network = reduced,
            Steps = reduced.Operations.Select(operation => new Step(operation, null, CodeShape.Unrolled)).ToEquatableArray(),
            StepsToLoss = reduced.Operations.Count - (isTakenOver ? 1 : 0),
            LossTensor = isTakenOver ? last!.Inputs[0] : reduced.OutputTensor,
            DependsOnParameters = dependsOnParameters,
            DependsOnInput = dependsOnInput,
            IsUnrolled = CodeShapeSelector.IsGradientUnrolled(reduced, 1),
            HasBatchLanes = hasVectors && dependsOnParameters[reduced.OutputTensor] && CodeShapeSelector.HasGradientLanes(reduced),
            IsJacobianUnrolled = CodeShapeSelector.IsGradientUnrolled(reduced, reduced.Output.Size),
        };
    }
}
