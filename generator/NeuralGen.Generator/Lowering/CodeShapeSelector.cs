using NeuralGen.Generator.Networks;

namespace NeuralGen.Generator.Lowering;

/// <summary>The one place that decides which shape the code of each operation takes.</summary>
internal static class CodeShapeSelector
{
    /// <summary>
    /// Up to here a network is one method with a statement per node; above, scalar code spills its registers and loops win.
    /// </summary>
    private const long MostTermsAtOnce = 512;

    /// <summary>Up to here a method with a statement per node stays well below what the JIT optimises at all.</summary>
    private const long MostTermsInMethod = 1000;

    /// <summary>Up to here a row is computed faster than the kernels for many rows begin.</summary>
    private const long MostTermsRowByRow = 64;

    /// <summary>Above 512 local variables the JIT inlines nothing any more.</summary>
    private const long MostLocalsInMethod = 400;

    /// <summary>Operations without weights gain nothing from a statement per value beyond this size.</summary>
    private const long MostUnrolledValues = 250;

    /// <summary>Whether a whole network fits one method with a statement per node.</summary>
    /// <param name="network">The lowered network.</param>
    /// <param name="steps">Its steps.</param>
    /// <param name="needed">Per tensor, which elements matter.</param>
    /// <param name="hasVectors">Whether the runtime library computes with hardware vectors.</param>
    public static bool IsSingleMethod(Network network, IReadOnlyList<Step> steps, bool[][] needed, bool hasVectors)
    {
        CodeSize[] sizes = [.. steps.Select(step => CodeSize.Of(step, needed, !network.IsTrainable))];
        long terms = sizes.Sum(size => size.Terms);
        long locals = sizes.Sum(size => size.Locals) + needed[0].Count(isNeeded => isNeeded);
        bool areVectorsFaster = hasVectors && network.Precision == Precision.Single && !network.IsTrainable;
        long most = network.Emission == EmissionMode.Unrolled ? MostTermsInMethod
            : areVectorsFaster ? MostTermsRowByRow
            : MostTermsAtOnce;
        return network.Emission != EmissionMode.Vectorized && terms <= most && locals <= MostLocalsInMethod;
    }

    /// <summary>
    /// Whether a batch goes through the layers row by row no longer, but with many rows at once. Double precision stays with single
    /// rows, whose sums are added in input order.
    /// </summary>
    /// <param name="network">The lowered network.</param>
    /// <param name="terms">How many products of a weight and a value its unrolled code takes.</param>
    public static bool HasBatchOfRows(Network network, long terms) =>
        network.Precision == Precision.Single && (terms > MostTermsRowByRow || network.Emission == EmissionMode.Vectorized);

    /// <summary>Whether derivatives have a statement per node, in one method.</summary>
    /// <param name="network">The network.</param>
    /// <param name="passes">How often the code goes back through the network.</param>
    public static bool IsGradientUnrolled(Network network, int passes)
    {
        // Each product of the forward pass has two in the backward pass, and each node two more local variables.
        long terms = network.Operations.Sum(operation => operation is DenseOperation dense ? dense.Weights.Count : 4L * network.Tensors[operation.Output].Size);
        long locals = network.Tensors.Where((_, tensor) => tensor == 0 || network.Operations.Any(operation => operation.Output == tensor)).Sum(tensor => (long)tensor.Size);
        long most = network.Emission == EmissionMode.Unrolled ? MostTermsInMethod : MostTermsAtOnce;
        return network.Emission != EmissionMode.Vectorized && terms * (1 + passes) <= 2 * most && locals * (1 + passes) <= MostLocalsInMethod;
    }

    /// <summary>The shape of one operation in a network that is too large for a single method.</summary>
    /// <param name="network">The lowered network.</param>
    /// <param name="operation">The operation.</param>
    public static CodeShape Choose(Network network, Operation operation)
    {
        if (network.Emission != EmissionMode.Unrolled)
        {
            return CodeShape.Loops;
        }

        return operation is DenseOperation || network.Tensors[operation.Output].Size <= MostUnrolledValues
            ? CodeShape.Unrolled
            : CodeShape.Loops;
    }
}
