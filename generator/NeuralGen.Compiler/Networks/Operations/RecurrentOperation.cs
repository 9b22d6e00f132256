using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>
/// The part of a recurrent layer that goes from step to step: it reads what the gates of every step get from the input, [steps, gates·units],
/// which a dense layer computes for all steps at once, and adds what they get from the hidden state of the step before. Gates stand in PyTorch's
/// order: input, forget, candidate, output of an LSTM, reset, update, candidate of a GRU.
/// </summary>
/// <remarks>
/// LSTM: c' = f·c + i·g, h' = o·tanh(c'). GRU: n = tanh(x + r·(U·h + b)) or, where the reset gate comes before the product, tanh(x + U·(r·h) + b);
/// h' = (1 - z)·n + z·h. It writes the hidden states of all steps at their places, and an LSTM the last cell state behind them.
/// </remarks>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">What the gates get from the input; then the hidden state before the first step, and the cell state, where they are given.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Cell">What it does at each step.</param>
/// <param name="Steps">How many steps there are.</param>
/// <param name="Units">How many values the hidden state has.</param>
/// <param name="Weights">What the gates get from the hidden state: row-major [gates·units, units].</param>
/// <param name="Bias">A value per row of these, or null.</param>
internal sealed record RecurrentOperation(
    string Layer, EquatableArray<int> Inputs, int Output, RecurrentCell Cell, int Steps, int Units, NetworkNumbers Weights, NetworkNumbers? Bias)
    : Operation(Layer, Inputs, Output)
{
    /// <summary>The activation of gates: between 0 and 1 as a rule.</summary>
    public required ElementwiseActivation GateActivation { get; init; }

    /// <summary>The activation of candidates, and of an RNN's values.</summary>
    public required ElementwiseActivation Activation { get; init; }

    /// <summary>The activation of an LSTM's cell state on its way into the hidden state.</summary>
    public required ElementwiseActivation OutputActivation { get; init; }

    /// <summary>The bias of the dense layer before, which stands between the weights and the bias here in the order of parameters; null when it has none.</summary>
    public NetworkNumbers? InputBias { get; init; }

    /// <summary>What the gates of an LSTM get from the cell state, [3·units] for the input, the forget and the output gate; null for nothing.</summary>
    public NetworkNumbers? Peepholes { get; init; }

    /// <summary>What the names of its numbers end with, where a layer has several of them.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>Whether the hidden state before the first step is given; else it is 0.</summary>
    public bool HasInitialHidden { get; init; }

    /// <summary>Whether the cell state before the first step is given; else it is 0.</summary>
    public bool HasInitialCell { get; init; }

    /// <summary>Whether it goes from the last step to the first.</summary>
    public bool IsReversed { get; init; }

    /// <summary>Whether a GRU multiplies with the reset gate behind the product, as PyTorch does.</summary>
    public bool IsResetAfter { get; init; } = true;

    /// <summary>Whether the forget gate of an LSTM is 1 less the input gate.</summary>
    public bool IsCoupled { get; init; }

    /// <summary>The bound of what the activations of gates and candidates read; 0 for none. That of an LSTM's cell state reads it as it is, as in ONNX Runtime.</summary>
    public double Clip { get; init; }

    /// <summary>Whether derivatives depend on what activations read: where that is bounded, what they made does not tell whether it was.</summary>
    public bool DerivativesNeedSums => Clip > 0 || new[] { GateActivation, Activation, OutputActivation }.Any(function => function.DerivativeNeedsInput);

    /// <summary>Whether the weights are declared; if not, training begins with random ones.</summary>
    public bool AreWeightsDeclared { get; init; } = true;

    /// <summary>How many sums each unit has.</summary>
    public int Gates => GatesOf(Cell);

    /// <summary>How many sums all units have.</summary>
    public int Sums => Gates * Units;

    /// <summary>How many values it writes.</summary>
    public int Size => (Steps * Units) + (Cell == RecurrentCell.Lstm ? Units : 0);

    /// <summary>The input that is the cell state before the first step.</summary>
    public int InitialCell => HasInitialHidden ? 2 : 1;

    /// <inheritdoc/>
    public override string Kind => Cell.ToString().ToLowerInvariant();

    /// <inheritdoc/>
    public override bool HasStatements => false;

    /// <inheritdoc/>
    public override IEnumerable<Parameter> Parameters => new[]
    {
        new Parameter(Layer, "recurrent_weights" + Suffix, Weights),
        InputBias is null ? null : new Parameter(Layer, "bias" + Suffix, InputBias),
        Bias is null ? null : new Parameter(Layer, "recurrent_bias" + Suffix, Bias),
        Peepholes is null ? null : new Parameter(Layer, "peepholes" + Suffix, Peepholes),
    }.OfType<Parameter>();

    /// <inheritdoc/>
    public override long MultiplyAdds => (long)Steps * Weights.Count;

    /// <summary>How many sums a unit of a cell has.</summary>
    public static int GatesOf(RecurrentCell cell) => cell switch
    {
        RecurrentCell.Lstm => 4,
        RecurrentCell.Gru => 3,
        _ => 1,
    };

    /// <summary>The step that comes at a place in the order of computation.</summary>
    /// <param name="place">The place, counted from 0.</param>
    public int StepAt(int place) => IsReversed ? Steps - 1 - place : place;

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => Evaluate(inputs, new Rounding(Precision.Double));

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs, Rounding rounding)
    {
        RecurrentReference reference = new(this, rounding);
        double[] hidden = HasInitialHidden ? inputs[1] : new double[Units];
        double[] cell = HasInitialCell ? inputs[InitialCell] : new double[Units];
        double[] output = new double[Size];
        for (int place = 0; place < Steps; place++)
        {
            int step = StepAt(place);
            double[] gates = new double[Sums];
            Array.Copy(inputs[0], step * Sums, gates, 0, Sums);
            (hidden, cell) = reference.Step(gates, hidden, cell);
            Array.Copy(hidden, 0, output, step * Units, Units);
        }

        if (Cell == RecurrentCell.Lstm)
        {
            Array.Copy(cell, 0, output, Steps * Units, Units);
        }

        return output;
    }
}
