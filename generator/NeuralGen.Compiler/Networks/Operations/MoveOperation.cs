using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>Values of its inputs in another order or number; nothing is computed.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensors it reads.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Word">The kind of layer that declarations call it.</param>
/// <param name="Map">Where each value comes from.</param>
/// <param name="Fill">The number where it comes from nowhere, as its bits.</param>
internal sealed record MoveOperation(string Layer, EquatableArray<int> Inputs, int Output, string Word, IndexMap Map, long Fill = 0)
    : Operation(Layer, Inputs, Output)
{
    /// <summary>What the values are.</summary>
    public ElementType Elements { get; init; }

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <summary>The number where a value comes from nowhere.</summary>
    public double FillValue => BitConverter.Int64BitsToDouble(Fill);

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => Map.IsIdentity && inputs[Map.Boxes[0].Input].Length == Map.Output.Size
        ? inputs[Map.Boxes[0].Input]
        : Array.ConvertAll(Map.Table(), source => source.Input < 0 ? FillValue : inputs[source.Input][source.Index]);

    /// <inheritdoc/>
    public override bool[] NeededInputs(int input, int size, bool[] needed)
    {
        bool[] result = new bool[size];
        (int Input, int Index)[] table = Map.Table();
        for (int i = 0; i < table.Length; i++)
        {
            if (needed[i] && table[i].Input == input)
            {
                result[table[i].Index] = true;
            }
        }

        return result;
    }

    /// <inheritdoc/>
    public override Interval[] Bounds(Interval[][] inputs, int size) =>
        Array.ConvertAll(Map.Table(), source => source.Input < 0 ? Interval.Of(FillValue) : inputs[source.Input][source.Index]);
}
