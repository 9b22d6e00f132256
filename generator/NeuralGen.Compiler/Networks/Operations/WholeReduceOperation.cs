using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>One value made of several whole numbers, or truth values: what is too large wraps, and a mean is cut.</summary>
/// <param name="Reduce">Which values, and what is made of them.</param>
/// <param name="Type">What they are.</param>
internal sealed record WholeReduceOperation(ReduceOperation Reduce, ElementType Type) : Operation(Reduce.Layer, Reduce.Inputs, Reduce.Output)
{
    /// <inheritdoc/>
    public override string Kind => Reduce.Kind;

    /// <inheritdoc/>
    public override bool IsDifferentiable => false;

    /// <inheritdoc/>
    public override long? UnrolledTerms => Reduce.UnrolledTerms;

    /// <summary>Whether a reduction has a meaning for whole numbers; of truth values these are the smallest and the largest.</summary>
    public static bool IsPossible(Reduction reduction, ElementType type) => type == ElementType.Bool
        ? reduction is Reduction.Min or Reduction.Max
        : reduction is not (Reduction.L2 or Reduction.LogSum or Reduction.LogSumExp);

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs)
    {
        double[] output = new double[Reduce.Outputs.Count];
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = Type.Wrap(Of([.. Reduce.Sources(i).Select(source => (long)inputs[0][source])]));
        }

        return output;
    }

    /// <inheritdoc/>
    public override bool[] NeededInputs(int input, int size, bool[] needed) => Reduce.NeededInputs(input, size, needed);

    private long Of(long[] values) => Reduce.Reduction switch
    {
        Reduction.Min => values.Min(),
        Reduction.Max => values.Max(),
        Reduction.Product => values.Aggregate(1L, (product, value) => unchecked(product * value)),
        Reduction.L1 => values.Aggregate(0L, (sum, value) => unchecked(sum + (value < 0 ? -value : value))),
        Reduction.SumOfSquares => values.Aggregate(0L, (sum, value) => unchecked(sum + (value * value))),
        Reduction.Mean => values.Aggregate(0L, (sum, value) => unchecked(sum + value)) / values.Length,
        _ => values.Aggregate(0L, (sum, value) => unchecked(sum + value)),
    };
}
