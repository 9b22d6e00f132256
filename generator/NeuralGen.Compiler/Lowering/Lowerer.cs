using NeuralGen.Compiler.Lowering.Passes;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering;

/// <summary>Turns a network into the plan of its code: rewrites it into fewer operations, then chooses their shapes.</summary>
internal static class Lowerer
{
    private static readonly Func<Network, Network>[] Passes =
    [
        IdentityRemoval.Run,
        NormalizationFolding.Run,
        DeadOperationRemoval.Run,
    ];

    private static readonly Func<Network, Network>[] PassesOfTrainable =
    [
        IdentityRemoval.Run,
        DeadOperationRemoval.Run,
    ];

    /// <summary>Plans the code of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="hasVectors">Whether the runtime library computes with hardware vectors.</param>
    public static Plan Lower(Network network, bool hasVectors = false)
    {
        // Nothing may be worked out from numbers that training changes.
        Network lowered = (network.IsTrainable ? PassesOfTrainable : Passes).Aggregate(network, (current, pass) => pass(current));
        bool[][] needed = network.IsTrainable ? NeededElements.All(lowered) : NeededElements.Of(lowered);
        Step[] steps = [.. Steps(lowered)];
        bool isSingleMethod = CodeShapeSelector.IsSingleMethod(lowered, steps, needed, hasVectors);
        bool hasUnitVectors = hasVectors && !isSingleMethod && CodeShapeSelector.HasUnitVectors(lowered);
        if (isSingleMethod)
        {
            steps = [.. steps.Select(step => step with { Shape = CodeShape.Unrolled })];
        }

        bool hasBatchLanes = hasVectors && CodeShapeSelector.HasBatchLanes(lowered, steps, needed);
        return new Plan(network, lowered, new EquatableArray<Step>(steps), isSingleMethod, needed, hasUnitVectors, hasBatchLanes);
    }

    private static IEnumerable<Step> Steps(Network network)
    {
        HashSet<int> fused = [];
        for (int i = 0; i < network.Operations.Count; i++)
        {
            Operation operation = network.Operations[i];
            if (fused.Contains(i))
            {
                continue;
            }

            ActivationOperation? activation = null;
            if (operation is DenseOperation && network.SoleConsumer(operation.Output) is { } consumer
                && network.Operations[consumer] is ActivationOperation { Function: ElementwiseActivation } following)
            {
                activation = following;
                fused.Add(consumer);
            }

            yield return new Step(operation, activation, CodeShapeSelector.Choose(network, operation));
        }
    }
}
