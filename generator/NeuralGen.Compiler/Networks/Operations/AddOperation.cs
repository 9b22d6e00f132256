using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>The sum, element by element, of two or more tensors of one size: a residual connection.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensors it reads.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Size">The size of each.</param>
internal sealed record AddOperation(string Layer, EquatableArray<int> Inputs, int Output, int Size)
    : ElementwiseOperation(Layer, Inputs, Output)
{
    /// <inheritdoc/>
    public override string Kind => "add";

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => Evaluate(inputs, new Rounding(Precision.Double));

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs, Rounding rounding)
    {
        double[] output = (double[])inputs[0].Clone();
        foreach (double[] input in inputs.Skip(1))
        {
            for (int i = 0; i < output.Length; i++)
            {
                output[i] = rounding.Of(output[i] + input[i]);
            }
        }

        return output;
    }

    /// <inheritdoc/>
    public override Interval[] Bounds(Interval[][] inputs, int size) => [.. Enumerable.Range(0, size).Select(i => inputs.Select(input => input[i]).Aggregate((sum, next) => sum + next))];
}
