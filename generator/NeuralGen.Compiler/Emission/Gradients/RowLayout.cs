using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Gradients;

/// <summary>
/// Places the values of all layers, and the derivatives with respect to them, into a workspace for a number of rows. An
/// activation takes the place of what it is applied to where the way back needs only its result.
/// </summary>
internal sealed class RowLayout
{
    private readonly Dictionary<int, int> _values = [];
    private readonly Dictionary<int, int> _deltas = [];

    /// <summary>Lays out the tensors of a program; its input lies elsewhere.</summary>
    public RowLayout(Program program)
    {
        int nextValue = 0;
        int nextDelta = 0;
        Network network = program.Network;
        TensorUses uses = new(network);
        foreach (Step step in program.Steps)
        {
            Operation operation = step.Operation;
            int size = network.Tensors[operation.Output].Size;
            int input = operation.Inputs[0];
            bool isActivation = operation is ActivationOperation or DropoutOperation;
            bool isAlone = isActivation && input != 0 && input != program.LossTensor && uses.SoleConsumer(input) is not null;
            _values[operation.Output] = isAlone && (program.Direction == Direction.Forward || IsResultEnough(operation, network)) ? _values[input] : Take(ref nextValue, size);
            _deltas[operation.Output] = isAlone ? _deltas[input] : Take(ref nextDelta, size);
        }

        // A loss right on the input still writes its derivatives somewhere.
        if (program.LossTensor == 0)
        {
            _deltas[0] = Take(ref nextDelta, network.Input.Size);
        }

        ValuesPerRow = nextValue;
        DeltasPerRow = nextDelta;
    }

    /// <summary>The last of the tensors that have the place of one.</summary>
    public int LastOf(int tensor, bool ofDeltas)
    {
        Dictionary<int, int> places = ofDeltas ? _deltas : _values;
        return places.Where(place => place.Value == places[tensor]).Max(place => place.Key);
    }

    /// <summary>How many values a row has.</summary>
    public int ValuesPerRow { get; }

    /// <summary>How many derivatives a row has.</summary>
    public int DeltasPerRow { get; }

    /// <summary>Where the values of a tensor begin, for one row.</summary>
    public int Values(int tensor) => _values[tensor];

    /// <summary>Where the derivatives with respect to a tensor begin, for one row.</summary>
    public int Deltas(int tensor) => _deltas[tensor];

    /// <summary>Whether two tensors share their derivatives' place.</summary>
    public bool AreDeltasShared(int first, int second) =>
        _deltas.TryGetValue(first, out int one) && _deltas.TryGetValue(second, out int other) && one == other;

    private static bool IsResultEnough(Operation operation, Network network)
    {
        // Whoever computed the input may need it himself.
        bool isInputFree = network.Operations.First(candidate => candidate.Output == operation.Inputs[0]) is not (ActivationOperation or DropoutOperation);
        return isInputFree && operation is DropoutOperation
            or ActivationOperation { Function: ElementwiseActivation { DerivativeNeedsInput: false, Slopes: null } };
    }

    private static int Take(ref int next, int size)
    {
        int offset = next;
        next += size;
        return offset;
    }
}
