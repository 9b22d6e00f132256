using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>For each index, zeros with a one where the index says; all zeros where it is out of range, as in ONNX.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The indices.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Rows">The axis of the output that the zeros and ones are along.</param>
internal sealed record OneHotOperation(string Layer, EquatableArray<int> Inputs, int Output, AxisRows Rows) : Operation(Layer, Inputs, Output)
{
    /// <inheritdoc/>
    public override string Kind => "one_hot";

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs)
    {
        double[] output = new double[Rows.Count * Rows.Length];
        for (int row = 0; row < Rows.Count; row++)
        {
            double index = inputs[0][row] < 0 ? inputs[0][row] + Rows.Length : inputs[0][row];
            if (index >= 0 && index < Rows.Length)
            {
                output[Rows.Start(row, Rows.Length) + ((int)index * Rows.Inner)] = 1;
            }
        }

        return output;
    }

    /// <inheritdoc/>
    public override bool[] NeededInputs(int input, int size, bool[] needed)
    {
        bool[] result = new bool[size];
        for (int row = 0; row < size; row++)
        {
            result[row] = Enumerable.Range(0, Rows.Length).Any(i => needed[Rows.Start(row, Rows.Length) + (i * Rows.Inner)]);
        }

        return result;
    }

    /// <inheritdoc/>
    public override Interval[] Bounds(Interval[][] inputs, int size) => [.. Enumerable.Repeat(new Interval(0, 1), size)];
}
