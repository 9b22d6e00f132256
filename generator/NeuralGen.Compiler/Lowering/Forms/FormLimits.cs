using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Forms;

/// <summary>Where each form of code is the fastest, by measured thresholds.</summary>
internal static class FormLimits
{
    /// <summary>
    /// Up to here a network is one method with a statement per node; above, scalar code spills its registers and loops win.
    /// </summary>
    private const long MostTermsAtOnce = 512;

    /// <summary>Up to here a method with a statement per node stays well below what the JIT optimises at all.</summary>
    public const long MostTermsInMethod = 1000;

    /// <summary>Up to here a sample by itself is computed faster than the kernels for many samples begin.</summary>
    private const long MostTermsSampleBySample = 64;

    /// <summary>Up to here scalar code is as fast as vectors of neighbouring nodes.</summary>
    private const long MostScalarTerms = 28;

    /// <summary>The JIT optimises a method of so many statements with eight numbers each, and not of twice as many.</summary>
    private const long MostVectorProducts = 700;

    /// <summary>Values between layers that one method may keep on the stack.</summary>
    private const long MostValuesOnStack = 2000;

    /// <summary>Up to here lanes across samples are faster for a batch than matrix kernels.</summary>
    private const long MostTermsInLanes = 160;

    /// <summary>The same for networks whose outputs become samples again through memory.</summary>
    private const long MostTermsInLanesThroughMemory = 64;

    /// <summary>So many outputs become samples again in registers.</summary>
    private const int MostOutputsInRegisters = 4;

    /// <summary>Many variables at once do not fit the registers, and each makes more of them when functions are inlined.</summary>
    private const long MostLocalsInLanes = 100;

    /// <summary>The derivatives with respect to so many parameters can be added up in variables.</summary>
    private const int MostParametersInLanes = 100;

    /// <summary>From here on the order of weights for many samples is as fast for one sample, since either waits for memory.</summary>
    private const int FewestWeightsOfOneCopy = 784 * 128;

    /// <summary>So many units are what one sample is multiplied with at once: eight of the widest vectors. A part of them would cost
    /// as much.</summary>
    private const int UnitsAtOnce = 128;

    /// <summary>Smaller layers gain nothing from a list of their weights.</summary>
    private const int FewestSparseWeights = 2000;

    /// <summary>The share of weights below which a list of them is faster for one sample.</summary>
    private const double MostSparseSample = 0.06;

    /// <summary>The share of weights below which a list of them is faster for many samples.</summary>
    private const double MostSparseRows = 0.2;

    /// <summary>Above 512 local variables the JIT inlines nothing any more.</summary>
    private const long MostLocalsInMethod = 400;

    /// <summary>Operations without weights gain nothing from a statement per value beyond this size.</summary>
    private const long MostUnrolledValues = 250;

    /// <summary>Whether a whole network fits one method with a statement per node.</summary>
    /// <param name="program">The program.</param>
    public static bool IsSingleMethod(Program program)
    {
        (Network network, bool[][] needed) = (program.Network, program.Needed);
        CodeSize[] sizes = [.. program.Steps.Select(step => CodeSize.Of(step, needed, !network.IsTrainable))];
        long terms = sizes.Sum(size => size.Terms);
        long locals = sizes.Sum(size => size.Locals) + needed.Take(network.InputCount).Sum(input => input.Count(isNeeded => isNeeded));
        bool areVectorsFaster = program.HasVectors && network.Precision == Precision.Single && !network.IsTrainable && AreLists(network);
        long most = network.Emission == EmissionMode.Unrolled ? MostTermsInMethod
            : areVectorsFaster ? Math.Max(MostScalarTerms, network.Operations.OfType<DenseOperation>().Sum(UnitVectors.CountProducts))
            : MostTermsAtOnce;
        return network.Emission != EmissionMode.Vectorized && terms <= most && locals <= MostLocalsInMethod && network.Operations.All(operation => operation.HasStatements);
    }

    /// <summary>
    /// Whether a batch goes through the layers sample by sample no longer, but with many samples at once. Double precision stays with single
    /// samples, whose sums are added in input order.
    /// </summary>
    /// <param name="network">The lowered network.</param>
    /// <param name="terms">How many products of a weight and a value its unrolled code takes.</param>
    public static bool HasBatchOfRows(Network network, long terms) =>
        network.Precision == Precision.Single && network.OutputTensors.All(output => network.Tensors[output].Type == ElementType.Float)
        && network.Operations.All(operation => operation is ConstantOperation || network.Tensors[operation.Output].Type == ElementType.Float) && (terms > MostTermsSampleBySample || network.Emission == EmissionMode.Vectorized);

    /// <summary>Whether one sample is computed by a statement per input and vector of neighbouring nodes.</summary>
    /// <param name="network">The lowered network.</param>
    public static bool HasUnitVectors(Network network)
    {
        long products = network.Operations.OfType<DenseOperation>().Sum(UnitVectors.CountProducts);
        return network.Precision == Precision.Single && network.Emission == EmissionMode.Auto && !network.IsTrainable && AreLists(network)
            && products is > 0 and <= MostVectorProducts && network.Tensors.Sum(tensor => (long)tensor.Size) <= MostValuesOnStack;
    }

    /// <summary>Whether a batch is computed by a statement per node for as many samples at a time as a vector has lanes.</summary>
    /// <param name="program">The program.</param>
    public static bool HasBatchLanes(Program program)
    {
        Network network = program.Network;
        CodeSize[] sizes = [.. program.Steps.Select(step => CodeSize.Of(step, program.Needed, areWeightsFixed: true))];
        long most = network.Output.Size <= MostOutputsInRegisters ? MostTermsInLanes : MostTermsInLanesThroughMemory;
        return network.Precision == Precision.Single && network.Emission != EmissionMode.Vectorized && !network.IsTrainable && AreLists(network)
            && sizes.Sum(size => size.Terms) <= most && sizes.Sum(size => size.Locals) + network.Input.Size <= MostLocalsInLanes;
    }

    /// <summary>Whether derivatives have a statement per node, in one method.</summary>
    /// <param name="network">The network.</param>
    /// <param name="passes">How many backward passes the code makes.</param>
    public static bool IsGradientUnrolled(Network network, int passes)
    {
        // Each product of the forward pass has two in the backward pass, and each node two more local variables.
        long terms = network.Operations.Sum(operation => operation switch
        {
            DenseOperation or ConvolutionOperation => operation.MultiplyAdds,
            PoolOperation pool => 2 * pool.Reads,
            MoveOperation => 0,
            { UnrolledTerms: { } read } => Math.Max(2 * read, 4L * network.Tensors[operation.Output].Size),
            _ => 4L * network.Tensors[operation.Output].Size,
        });
        long locals = network.Tensors.Where((_, tensor) => tensor < network.InputCount || network.Operations.Any(operation => operation.Output == tensor)).Sum(tensor => (long)tensor.Size);
        long most = network.Emission == EmissionMode.Unrolled ? MostTermsInMethod : MostTermsAtOnce;
        return network.Emission != EmissionMode.Vectorized && terms * (1 + passes) <= 2 * most && locals * (1 + passes) <= MostLocalsInMethod
            && network.Operations.All(operation => operation.HasStatements);
    }

    /// <summary>Whether the gradients of a batch have a statement per node for as many samples at a time as a vector has lanes.</summary>
    /// <param name="network">The network.</param>
    public static bool HasGradientLanes(Network network) =>
        network.Precision == Precision.Single && !network.IsTrainable && network.Emission != EmissionMode.Vectorized && AreLists(network)
        && IsGradientUnrolled(network, 1) && network.ParameterCount <= MostParametersInLanes

        // The library's derivatives of activations hold for parameters that are not negative.
        && !network.Operations.Any(operation => operation is ActivationOperation { Function: { Kernel: not null, HasKernelGradient: false } });

    /// <summary>Whether all values are lists, and each layer looks at all of one or goes through it one by one.</summary>
    private static bool AreLists(Network network) =>
        network.IsSingle && network.Tensors.All(tensor => tensor.Shape.Rank == 1 && tensor.Type == ElementType.Float)
        && network.Operations.All(operation => operation is DenseOperation or ActivationOperation or AddOperation or ConcatOperation or DropoutOperation
            or AffineOperation or NormalizationOperation or BatchNormalizationOperation or GroupNormalizationOperation { Rows: 1 });

    /// <summary>Whether so many of a large layer's weights are zero that a list of the others is faster.</summary>
    /// <param name="dense">The layer.</param>
    /// <param name="nonZeros">How many of its weights are not zero.</param>
    /// <param name="areManySamples">Whether it is for many samples at once, where vectors lie across the samples.</param>
    public static bool IsSparse(DenseOperation dense, int nonZeros, bool areManySamples) =>
        dense.Weights.Count >= FewestSparseWeights && nonZeros <= dense.Weights.Count * (areManySamples ? MostSparseRows : MostSparseSample);

    /// <summary>Whether one packed copy of a layer's weights serves one sample and many samples.</summary>
    /// <param name="dense">The layer.</param>
    /// <param name="isSparse">Whether a list of its weights is faster for many samples.</param>
    public static bool HasOnePackedCopy(DenseOperation dense, bool isSparse) =>
        dense.Weights.Count >= FewestWeightsOfOneCopy && dense.Units % UnitsAtOnce == 0 && !isSparse;

    /// <summary>The form of one operation in a network that is too large for a single method.</summary>
    /// <param name="network">The lowered network.</param>
    /// <param name="operation">The operation.</param>
    public static StepForm Choose(Network network, Operation operation)
    {
        if (network.Emission != EmissionMode.Unrolled || !operation.HasStatements || operation is ConvolutionOperation { MultiplyAdds: > MostTermsInMethod } or PoolOperation { Reads: > MostTermsInMethod } or { UnrolledTerms: > MostTermsInMethod })
        {
            return StepForm.Loops;
        }

        return operation is DenseOperation || network.Tensors[operation.Output].Size <= MostUnrolledValues
            ? StepForm.Nodes
            : StepForm.Loops;
    }
}
