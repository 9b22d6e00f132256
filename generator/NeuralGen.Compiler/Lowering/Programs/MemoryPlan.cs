using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Lowering.Programs;

/// <summary>Where the values between the steps of a program lie, and the derivatives with respect to them; the input lies elsewhere.</summary>
internal sealed class MemoryPlan
{
    /// <summary>A use that no later step is behind.</summary>
    private const int Forever = int.MaxValue;

    private MemoryPlan()
    {
    }

    /// <summary>Where the values are.</summary>
    public TensorRoom Values { get; } = new();

    /// <summary>Where the derivatives of the loss with respect to them are.</summary>
    public TensorRoom Deltas { get; } = new();

    /// <summary>For one sample on its way forward: a tensor takes the room of those that nobody reads any more.</summary>
    /// <param name="program">The program.</param>
    /// <param name="excluded">A tensor that lies elsewhere; null for none.</param>
    public static MemoryPlan ForSample(Program program, int? excluded)
    {
        MemoryPlan plan = new();
        for (int i = 0; i < program.Steps.Count; i++)
        {
            int tensor = program.Steps[i].Output;
            if (tensor != excluded)
            {
                int lastUse = Enumerable.Range(0, program.Steps.Count).Where(later => program.Steps[later].Inputs.Contains(tensor)).DefaultIfEmpty(i).Max();
                plan.Values.Place(tensor, program.Network.Tensors[tensor].Size, i, lastUse);
            }
        }

        return plan;
    }

    /// <summary>
    /// For some samples, each with values of its own: all are kept for the backward pass, but an activation takes the place of what
    /// it is applied to where the backward pass needs only its result.
    /// </summary>
    /// <param name="program">The program.</param>
    public static MemoryPlan ForSamples(Program program)
    {
        MemoryPlan plan = new();
        Network network = program.Network;
        TensorUses uses = new(network);
        for (int i = 0; i < program.Steps.Count; i++)
        {
            Operation operation = program.Steps[i].Operation;
            int size = network.Tensors[operation.Output].Size;
            int input = operation.Inputs[0];
            bool isActivation = operation is ActivationOperation or DropoutOperation;
            bool isAlone = isActivation && input != 0 && input != program.LossTensor && uses.SoleConsumer(input) is not null;
            bool isInPlace = isAlone && (program.Direction == Direction.Forward || IsResultEnough(operation, network));
            Place(plan.Values, operation.Output, isInPlace ? input : null, size, i);
            Place(plan.Deltas, operation.Output, isAlone ? input : null, size, i);
        }

        // A loss right on the input still writes its derivatives somewhere.
        if (program.LossTensor == 0)
        {
            Place(plan.Deltas, 0, null, network.Input.Size, program.Steps.Count);
        }

        return plan;
    }

    private static void Place(TensorRoom room, int tensor, int? shared, int size, int step)
    {
        if (shared is { } other)
        {
            room.Share(tensor, other);
        }
        else
        {
            room.Place(tensor, size, step, Forever);
        }
    }

    private static bool IsResultEnough(Operation operation, Network network)
    {
        // Whoever computed the input may need it himself.
        bool isInputFree = network.Operations.First(candidate => candidate.Output == operation.Inputs[0]) is not (ActivationOperation or DropoutOperation);
        return isInputFree && operation is DropoutOperation
            or ActivationOperation { Function: ElementwiseActivation { DerivativeNeedsInput: false, Slopes: null } };
    }
}
