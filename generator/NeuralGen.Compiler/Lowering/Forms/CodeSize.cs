using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Lowering.Forms;

/// <summary>How large the unrolled code of a step would be.</summary>
/// <param name="Terms">Products of a weight and a value.</param>
/// <param name="Locals">Local variables.</param>
internal sealed record CodeSize(long Terms, long Locals)
{
    /// <summary>Measures a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="needed">Per tensor, which elements matter.</param>
    /// <param name="areWeightsFixed">Whether weights of zero stay zero.</param>
    public static CodeSize Of(Step step, bool[][] needed, bool areWeightsFixed)
    {
        bool[] outputs = needed[step.Operation.Output];
        long units = outputs.Count(isNeeded => isNeeded);
        long locals = step.Activation is null ? units : 2 * units;
        return step.Operation switch
        {
            DenseOperation dense => new CodeSize(areWeightsFixed && dense.Weights.IsKnown ? CountTerms(dense, outputs) : dense.Weights.Count, locals),
            ConvolutionOperation convolution => new CodeSize(convolution.MultiplyAdds, locals),
            PoolOperation pool => new CodeSize(pool.Reads, locals),

            // Values that only change their places take no code.
            MoveOperation => new CodeSize(0, 0),
            SoftmaxOperation softmax => new CodeSize(3 * units, 2 * locals + (4L * softmax.Outer * softmax.Inner)),
            MapOperation { UnrolledTerms: { } terms } => new CodeSize(terms, locals + terms),
            { UnrolledTerms: { } terms } => new CodeSize(terms, locals + 4),
            _ => new CodeSize(units, locals + 4),
        };
    }

    [MethodImpl(ColdBuild.Optimized)]
    private static long CountTerms(DenseOperation dense, bool[] needed)
    {
        long terms = 0;
        int inputs = dense.InputSize;
        for (int unit = 0; unit < dense.Units; unit++)
        {
            for (int i = 0; needed[unit] && i < inputs; i++)
            {
                terms += dense.Weights[(unit * inputs) + i] != 0 ? 1 : 0;
            }
        }

        return terms;
    }
}
