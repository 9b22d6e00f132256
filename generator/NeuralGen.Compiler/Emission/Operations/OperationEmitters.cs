using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Finds the writer of each kind of operation.</summary>
internal static class OperationEmitters
{
    private static readonly Dictionary<Type, OperationEmitter> Emitters = new OperationEmitter[]
    {
        new DenseEmitter(),
        new ActivationEmitter(),
        new NormalizationEmitter(),
        new AffineEmitter(),
        new BatchNormalizationEmitter(),
        new GroupNormalizationEmitter(),
        new DropoutEmitter(),
        new AddEmitter(),
        new ConcatEmitter(),
        new ConvolutionEmitter(),
        new PoolEmitter(),
        new MoveEmitter(),
        new SoftmaxEmitter(),
        new MatMulEmitter(),
        new ReduceEmitter(),
        new MapEmitter(),
        new ResampleEmitter(),
        new CastEmitter(),
        new GatherEmitter(),
        new OneHotEmitter(),
        new ArgReduceEmitter(),
        new CumulativeSumEmitter(),
        new TopKEmitter(),
        new NonMaxSuppressionEmitter(),
        new PairwiseCouplingEmitter(),
        new BranchEmitter(),
        new RepeatEmitter(),
        new ScatterEmitter(),
        new ConstantEmitter(),
        new RecurrentEmitter(),
        new WholeReduceEmitter(),
        new WholeMatMulEmitter(),
    }.ToDictionary(emitter => emitter.OperationType);

    /// <summary>The writer of an operation.</summary>
    public static OperationEmitter For(Operation operation) => Emitters[operation.GetType()];
}
