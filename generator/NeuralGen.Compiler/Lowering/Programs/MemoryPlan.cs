using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

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
    /// <param name="excluded">The tensors that lie elsewhere.</param>
    /// <returns>A room for each type of element that needs one.</returns>
    public static IReadOnlyDictionary<ElementType, TensorRoom> ForSample(Program program, ICollection<int> excluded)
    {
        Dictionary<int, int> lastUses = [];
        for (int i = 0; i < program.Steps.Count; i++)
        {
            foreach (int input in program.Steps[i].Inputs)
            {
                lastUses[input] = i;
            }
        }

        foreach (int output in program.Network.OutputTensors)
        {
            lastUses[output] = Forever;
        }

        SortedDictionary<ElementType, TensorRoom> rooms = [];
        for (int i = 0; i < program.Steps.Count; i++)
        {
            int tensor = program.Steps[i].Output;
            if (excluded.Contains(tensor))
            {
                continue;
            }

            Tensor placed = program.Network.Tensors[tensor];
            if (!rooms.TryGetValue(placed.Type, out TensorRoom? room))
            {
                rooms.Add(placed.Type, room = new TensorRoom());
            }

            room.Place(tensor, placed.Size, i, lastUses.TryGetValue(tensor, out int lastUse) ? lastUse : i);
        }

        return rooms;
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
            bool isAlone = isActivation && input >= network.InputCount && input != program.LossTensor && uses.SoleConsumer(input) is not null;
            bool isInPlace = isAlone && (program.Direction == Direction.Forward || IsResultEnough(operation, network));
            Place(plan.Values, operation.Output, isInPlace ? input : null, size, i);
            Place(plan.Deltas, operation.Output, isAlone ? input : null, size, i);
        }

        // A loss right on the input still writes its derivatives somewhere.
        if (program.LossTensor < network.InputCount)
        {
            Place(plan.Deltas, program.LossTensor, null, network.Tensors[program.LossTensor].Size, program.Steps.Count);
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
