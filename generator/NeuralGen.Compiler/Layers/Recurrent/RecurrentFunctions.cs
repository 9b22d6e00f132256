using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Recurrent;

/// <summary>The activations of a recurrent layer.</summary>
/// <param name="Gate">That of gates.</param>
/// <param name="Candidate">That of candidates, and of an RNN's values.</param>
/// <param name="Output">That of an LSTM's cell state on its way into the hidden state.</param>
internal sealed record RecurrentFunctions(ElementwiseActivation Gate, ElementwiseActivation Candidate, ElementwiseActivation Output)
{
    /// <summary>Binds them; null after a problem.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="cell">What it does at each step.</param>
    /// <param name="units">How many values its hidden state has; null when a mistake hides it.</param>
    public static RecurrentFunctions? Bind(LayerBinding layer, RecurrentCell cell, int? units)
    {
        ElementwiseActivation? gate = Bind(layer, "recurrent_activation", new SigmoidActivation(), units);
        ElementwiseActivation? candidate = Bind(layer, "activation", new TanhActivation(), units);

        // Keras has one activation for candidates and the cell state, ONNX two.
        ElementwiseActivation? output = cell == RecurrentCell.Lstm && layer.Find("output_activation") is not null ? Bind(layer, "output_activation", new TanhActivation(), units) : candidate;
        return gate is null || candidate is null || output is null ? null : new RecurrentFunctions(gate, candidate, output);
    }

    private static ElementwiseActivation? Bind(LayerBinding layer, string argument, ElementwiseActivation absent, int? units)
    {
        if (layer.Find(argument) is not DeclaredActivation declared)
        {
            return layer.Find(argument) is null ? absent : null;
        }

        switch (layer.Function(declared, argument, units is { } count ? Shape.Vector(count) : null))
        {
            case ElementwiseActivation { Slopes: null } function:
                return function;
            case null:
                return null;
            case var other:
                layer.Report(WeightRules.OutOfRange, layer.Place.Key(argument), $"'{layer.Spell(argument)}' of layer '{layer.Name}'", other.Name, "a function of one value without weights");
                return null;
        }
    }
}
