using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Recurrences;

/// <summary>The spans that the code of a recurrent layer reads and writes.</summary>
/// <param name="Inputs">What the gates get from the input, and the states before the first step where they are given.</param>
/// <param name="Output">The hidden states, and the cell state behind them.</param>
/// <param name="Hidden">The hidden state before the first step; null where it is 0.</param>
/// <param name="Cell">The cell state before the first step; null where it is 0.</param>
internal sealed record RecurrentNames(IReadOnlyList<string> Inputs, string Output, string? Hidden, string? Cell)
{
    /// <summary>What the gates get from the input.</summary>
    public string Input => Inputs[0];

    /// <summary>The names among those of the inputs.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="inputs">The spans that it reads.</param>
    /// <param name="output">The span that it writes.</param>
    public static RecurrentNames Of(RecurrentOperation layer, IReadOnlyList<string> inputs, string output) =>
        new(inputs, output, layer.HasInitialHidden ? inputs[1] : null, layer.HasInitialCell ? inputs[layer.InitialCell] : null);

    /// <summary>The names within a loop over samples.</summary>
    /// <param name="layer">The layer.</param>
    public static RecurrentNames OfSamples(RecurrentOperation layer) => Of(
        layer, ["input", .. layer.HasInitialHidden ? ["firstHidden"] : Array.Empty<string>(), .. layer.HasInitialCell ? ["firstCell"] : Array.Empty<string>()], "output");

    /// <summary>Opens a loop over samples, with the spans of one of them.</summary>
    /// <param name="block">The method body.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="others">Other spans of the sample: the name within the loop, that of all samples, the size of a sample.</param>
    public void Open(SamplesBlock block, RecurrentOperation layer, params (string Name, string All, int Size)[] others)
    {
        block.OpenSamples(
        [
            .. layer.Inputs.Select((input, i) => (Inputs[i], block.Values(input), block.Size(input))),
            (Output, block.Values(layer.Output), block.Size(layer.Output)),
            .. others,
        ]);
    }
}
