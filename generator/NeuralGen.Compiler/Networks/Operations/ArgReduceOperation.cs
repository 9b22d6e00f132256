using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>Along an axis, the position of the largest or the smallest value: of equal ones the first, or the last. NaN is both, as in PyTorch.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor it reads.</param>
/// <param name="Output">The tensor it writes, of whole numbers.</param>
/// <param name="Rows">The axis.</param>
/// <param name="IsLargest">Whether it is the largest.</param>
/// <param name="IsLast">Whether of equal ones it is the last.</param>
internal sealed record ArgReduceOperation(string Layer, EquatableArray<int> Inputs, int Output, AxisRows Rows, bool IsLargest, bool IsLast)
    : Operation(Layer, Inputs, Output)
{
    /// <inheritdoc/>
    public override string Kind => IsLargest ? "arg_max" : "arg_min";

    /// <summary>The comparison with the best so far after which a value is the best.</summary>
    public string Comparison => (IsLargest ? ">" : "<") + (IsLast ? "=" : "");

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs)
    {
        double[] output = new double[Rows.Count];
        for (int row = 0; row < output.Length; row++)
        {
            double[] values = Rows.Row(inputs[0], row);
            int best = 0;
            for (int i = 1; i < values.Length; i++)
            {
                best = IsBetter(values[i], values[best]) ? i : best;
            }

            output[row] = best;
        }

        return output;
    }

    /// <inheritdoc/>
    public override bool[] NeededInputs(int input, int size, bool[] needed)
    {
        bool[] result = new bool[size];
        for (int row = 0; row < needed.Length; row++)
        {
            for (int i = 0; i < Rows.Length; i++)
            {
                result[Rows.Start(row, Rows.Length) + (i * Rows.Inner)] = needed[row];
            }
        }

        return result;
    }

    private bool IsBetter(double value, double best)
    {
        if (double.IsNaN(best))
        {
            return IsLast && double.IsNaN(value);
        }

        return double.IsNaN(value)
            || (IsLargest ? value > best : value < best)
            || (IsLast && value == best);
    }
}
