using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>Softmax, or one of its forms, along an axis.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor it reads.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Function">Which form.</param>
/// <param name="Outer">How many times the axis is met before the values of an inner one repeat.</param>
/// <param name="Length">The size of the axis.</param>
/// <param name="Inner">How far apart neighbours along the axis are.</param>
internal sealed record SoftmaxOperation(
    string Layer, EquatableArray<int> Inputs, int Output, SoftmaxFunction Function, int Outer, int Length, int Inner)
    : Operation(Layer, Inputs, Output)
{
    /// <inheritdoc/>
    public override string Kind => Function.Name;

    /// <summary>The positions of the values that belong together.</summary>
    public IEnumerable<int[]> Rows()
    {
        for (int outer = 0; outer < Outer; outer++)
        {
            for (int inner = 0; inner < Inner; inner++)
            {
                int first = (outer * Length * Inner) + inner;
                yield return [.. Enumerable.Range(0, Length).Select(i => first + (i * Inner))];
            }
        }
    }

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => Evaluate(inputs, row => Function.Evaluate(row));

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs, Rounding rounding) => Evaluate(inputs, row => Function.Evaluate(row, rounding));

    /// <inheritdoc/>
    public override bool[] NeededInputs(int input, int size, bool[] needed)
    {
        bool[] result = new bool[size];
        foreach (int[] row in Rows())
        {
            bool any = row.Any(i => needed[i]);
            foreach (int i in row)
            {
                result[i] = any;
            }
        }

        return result;
    }

    private double[] Evaluate(double[][] inputs, Func<double[], double[]> function)
    {
        double[] output = new double[inputs[0].Length];
        foreach (int[] row in Rows())
        {
            double[] values = function([.. row.Select(i => inputs[0][i])]);
            for (int i = 0; i < row.Length; i++)
            {
                output[row[i]] = values[i];
            }
        }

        return output;
    }
}
