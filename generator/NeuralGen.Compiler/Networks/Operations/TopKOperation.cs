using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>Along an axis, the largest or the smallest values in their order, of equal ones the first before, or where they stand. NaN is larger than all numbers.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor it reads.</param>
/// <param name="Output">The tensor it writes: values, or whole numbers.</param>
/// <param name="Rows">The axis.</param>
/// <param name="Count">How many values.</param>
/// <param name="IsLargest">Whether they are the largest.</param>
/// <param name="AreIndices">Whether it gives where they stand.</param>
internal sealed record TopKOperation(string Layer, EquatableArray<int> Inputs, int Output, AxisRows Rows, int Count, bool IsLargest, bool AreIndices)
    : Operation(Layer, Inputs, Output)
{
    /// <inheritdoc/>
    public override string Kind => "top_k";

    /// <inheritdoc/>
    public override bool HasStatements => false;

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs)
    {
        double[] output = new double[Rows.Count * Count];
        for (int row = 0; row < Rows.Count; row++)
        {
            double[] values = Rows.Row(inputs[0], row);

            // Sorting is stable, and NaN comes before all numbers.
            IEnumerable<int> positions = Enumerable.Range(0, Rows.Length);
            int[] order = [.. IsLargest
                ? positions.OrderByDescending(i => double.IsNaN(values[i])).ThenByDescending(i => values[i])
                : positions.OrderBy(i => double.IsNaN(values[i])).ThenBy(i => values[i])];
            for (int i = 0; i < Count; i++)
            {
                output[Rows.Start(row, Count) + (i * Rows.Inner)] = AreIndices ? order[i] : values[order[i]];
            }
        }

        return output;
    }
}
