using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>Along an axis, the sum of each value and those before it.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor it reads.</param>
/// <param name="Output">The tensor it writes, of the same shape.</param>
/// <param name="Rows">The axis.</param>
/// <param name="IsExclusive">Whether the value itself is left out.</param>
/// <param name="IsReversed">Whether the sums begin at the end.</param>
internal sealed record CumulativeSumOperation(string Layer, EquatableArray<int> Inputs, int Output, AxisRows Rows, bool IsExclusive, bool IsReversed)
    : Operation(Layer, Inputs, Output)
{
    /// <inheritdoc/>
    public override string Kind => "cumulative_sum";

    /// <summary>The positions of a row in the order of adding.</summary>
    /// <param name="row">The row.</param>
    public IEnumerable<int> Positions(int row)
    {
        IEnumerable<int> positions = Enumerable.Range(0, Rows.Length).Select(i => Rows.Start(row, Rows.Length) + (i * Rows.Inner));
        return IsReversed ? positions.Reverse() : positions;
    }

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => Evaluate(inputs, value => value);

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs, Rounding rounding) => Evaluate(inputs, rounding.Of);

    /// <inheritdoc/>
    public override bool[] NeededInputs(int input, int size, bool[] needed)
    {
        bool[] result = new bool[size];
        for (int row = 0; row < Rows.Count; row++)
        {
            bool isNeeded = false;
            foreach (int position in Positions(row).Reverse())
            {
                bool before = isNeeded;
                isNeeded |= needed[position];
                result[position] = IsExclusive ? before : isNeeded;
            }
        }

        return result;
    }

    private double[] Evaluate(double[][] inputs, Func<double, double> round)
    {
        double[] output = new double[inputs[0].Length];
        for (int row = 0; row < Rows.Count; row++)
        {
            double sum = 0;
            foreach (int position in Positions(row))
            {
                output[position] = sum;
                sum = round(sum + inputs[0][position]);
                output[position] = IsExclusive ? output[position] : sum;
            }
        }

        return output;
    }
}
