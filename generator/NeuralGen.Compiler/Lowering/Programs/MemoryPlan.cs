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

    /// <summary>What takes more bytes does not lie on the stack.</summary>
    public const int MostStackBytes = 32 * 1024;

    /// <summary>Tensors begin at multiples of so many bytes: a line of the cache and the widest vector.</summary>
    private const int Alignment = 64;

    private MemoryPlan(TensorViews views)
    {
        Views = views;
    }

    /// <summary>The tensors that are others seen in another shape.</summary>
    public TensorViews Views { get; }

    /// <summary>Where the values are.</summary>
    public TensorRoom Values { get; } = new();

    /// <summary>Where the derivatives of the loss with respect to them are.</summary>
    public TensorRoom Deltas { get; } = new();

    /// <summary>For one sample on its way forward: tensors that are not needed at the same time share their room.</summary>
    /// <param name="program">The program.</param>
    /// <param name="views">The tensors that are parts of others.</param>
    /// <param name="excluded">The tensors that lie elsewhere.</param>
    /// <returns>A room for each type of element that needs one.</returns>
    public static IReadOnlyDictionary<ElementType, TensorRoom> ForSample(Program program, TensorViews views, ICollection<int> excluded)
    {
        Dictionary<int, int> lastUses = [];
        for (int i = 0; i < program.Steps.Count; i++)
        {
            foreach (int input in program.Steps[i].Inputs)
            {
                lastUses[views.Root(input)] = i;
            }
        }

        foreach (int output in program.Network.OutputTensors)
        {
            lastUses[views.Root(output)] = Forever;
        }

        SortedDictionary<ElementType, TensorLifetimes> rooms = [];
        for (int i = 0; i < program.Steps.Count; i++)
        {
            int tensor = program.Steps[i].Output;
            if (excluded.Contains(tensor) || views.IsView(tensor))
            {
                continue;
            }

            Tensor placed = program.Network.Tensors[tensor];
            if (!rooms.TryGetValue(placed.Type, out TensorLifetimes? room))
            {
                rooms.Add(placed.Type, room = new TensorLifetimes());
            }

            int lastUse = lastUses.TryGetValue(tensor, out int use) ? use : i;
            if (InPlace(program, program.Steps[i], i) is { } source && room.Holds(source))
            {
                room.TakeOver(tensor, source, lastUse);
            }
            else
            {
                room.Add(tensor, placed.Size, i, lastUse);
            }
        }

        return new SortedDictionary<ElementType, TensorRoom>(rooms.ToDictionary(room => room.Key, room => Placed(room.Value, ElementTypes.Size(room.Key, program.Network.Precision))));

        // Where the whole of a tensor is read for the last time, value by value, the results may lie there.
        int? InPlace(Program program, Step step, int index)
        {
            EquatableArray<int> inputs = step.Operation.Inputs;
            Tensor output = program.Network.Tensors[step.Operation.Output];
            int[] roots = [.. step.Inputs.Select(views.Root)];
            for (int i = 0; i < inputs.Count; i++)
            {
                Tensor source = program.Network.Tensors[roots[i]];
                if (step.Operation.IsInPlace(i) && lastUses[roots[i]] == index && roots.Count(root => root == roots[i]) == 1
                    && source.Type == output.Type && source.Size == output.Size && program.Network.Tensors[inputs[i]].Size == output.Size)
                {
                    return roots[i];
                }
            }

            return null;
        }
    }

    /// <summary>
    /// For some samples, each with values of its own: all are kept for the backward pass, but an activation takes the place of what
    /// it is applied to where the backward pass needs only its result.
    /// </summary>
    /// <param name="program">The program.</param>
    public static MemoryPlan ForSamples(Program program)
    {
        Network network = program.Network;
        MemoryPlan plan = new(TensorViews.OfSamples(network));
        TensorUses uses = new(network);
        for (int i = 0; i < program.Steps.Count; i++)
        {
            Operation operation = program.Steps[i].Operation;
            int output = program.Steps[i].Output;
            if (operation is ConstantOperation { Floats: null })
            {
                continue;
            }

            int size = network.Tensors[output].Size;
            int input = operation.Inputs.Count > 0 ? operation.Inputs[0] : output;
            bool isView = plan.Views.IsView(output);
            bool isAlone = operation is not ConstantOperation && program.Steps[i].Prologue is null && (isView || operation is ActivationOperation or DropoutOperation) && IsAlone(input);
            Place(plan.Deltas, output, isAlone ? input : null, size);
            if (isView && plan.Views.Root(input) < network.InputCount)
            {
                continue;
            }

            bool isInPlace = isView || (isAlone && IsAloneInPlace(input) && (program.Direction == Direction.Forward || IsResultEnough(operation, plan.Views.Root(input), network)));
            Place(plan.Values, output, isInPlace ? input : null, size);
        }

        // A loss right on the input still writes its derivatives somewhere.
        if (program.LossTensor < network.InputCount)
        {
            Place(plan.Deltas, program.LossTensor, null, network.Tensors[program.LossTensor].Size);
        }

        return plan;

        bool IsAlone(int tensor) => tensor >= network.InputCount && tensor != program.LossTensor && uses.SoleConsumer(tensor) is not null;

        bool IsAloneInPlace(int tensor) => IsAlone(tensor) && (!plan.Views.IsView(tensor) || IsAloneInPlace(plan.Views.Source(tensor)));
    }

    /// <summary>Whether the derivatives with respect to what a step gives are, where they lie, those with respect to what it takes.</summary>
    public bool AreViewsDeltas(Step step) => Views.IsView(step.Output) && Deltas.AreShared(step.Output, step.Inputs[0]);

    /// <summary>Places tensors; the stack is not aligned, and what lies there is in the first cache.</summary>
    private static TensorRoom Placed(TensorLifetimes tensors, int elementSize)
    {
        TensorRoom room = tensors.Place(1);
        return (long)room.Size * elementSize > MostStackBytes ? tensors.Place(Alignment / elementSize) : room;
    }

    private static void Place(TensorRoom room, int tensor, int? shared, int size)
    {
        if (shared is { } other)
        {
            room.Share(tensor, other);
        }
        else
        {
            room.Append(tensor, size);
        }
    }

    private static bool IsResultEnough(Operation operation, int input, Network network)
    {
        // Whoever computed the input may need it himself.
        bool isInputFree = network.Operations.First(candidate => candidate.Output == input) is not (ActivationOperation or DropoutOperation or SoftmaxOperation or ReduceOperation);
        return isInputFree && operation is DropoutOperation
            or ActivationOperation { Function: ElementwiseActivation { DerivativeNeedsInput: false, Slopes: null } };
    }
}
