using NeuralGen.Compiler.Emission.Backward.Indices;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>Finds the writer of the backward pass of each kind of operation.</summary>
internal static class OperationBackwards
{
    private static readonly Dictionary<Type, OperationBackward> Backwards = new OperationBackward[]
    {
        new DenseBackward(),
        new ActivationBackward(),
        new NormalizationBackward(),
        new BatchNormalizationBackward(),
        new GroupNormalizationBackward(),
        new DropoutBackward(),
        new AddBackward(),
        new ConcatBackward(),
        new ConvolutionBackward(),
        new PoolBackward(),
        new MoveBackward(),
        new SoftmaxBackward(),
        new MatMulBackward(),
        new ReduceBackward(),
        new MapBackward(),
        new ResampleBackward(),
        new GatherBackward(),
        new NoBackward(typeof(OneHotOperation)),
        new NoBackward(typeof(CastOperation)),
        new RecurrentBackward(),
        new CumulativeSumBackward(),
        new TopKBackward(),
        new ScatterBackward(),
    }.ToDictionary(backward => backward.OperationType);

    /// <summary>The writer for an operation.</summary>
    public static OperationBackward For(Operation operation) => Backwards[operation.GetType()];
}
