using NeuralGen.Compiler.Layers.Expressions;
using NeuralGen.Compiler.Layers.Indices;
using NeuralGen.Compiler.Layers.Recurrent;
using NeuralGen.Compiler.Layers.Repeats;
using NeuralGen.Compiler.Layers.Shapes;
using NeuralGen.Compiler.Layers.Spatial;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Layers;

/// <summary>All kinds of layers, by their types.</summary>
internal static class LayerCatalog
{
    private static readonly Dictionary<string, LayerKind> Kinds = new LayerKind[]
    {
        new DenseLayer(),
        new ActivationLayer(),
        new NormalizationLayer(),
        new BatchNormalizationLayer(),
        new LayerNormalizationLayer("layer_normalization", hasMean: true),
        new LayerNormalizationLayer("rms_normalization", hasMean: false),
        new GroupNormalizationLayer("group_normalization", isInstance: false),
        new GroupNormalizationLayer("instance_normalization", isInstance: true),
        new DropoutLayer(),
        new AddLayer(),
        new ConcatLayer(),
        new MatMulLayer(),
        new ReduceLayer(),
        new ExpressionLayer(),
        new WhereLayer(),
        new CompareLayer(),
        new ClampLayer(),
        new ConstantLayer(),
        new SoftmaxLayer(new SoftmaxActivation()),
        new SoftmaxLayer(new LogSoftmaxActivation()),
        new FlattenLayer(),
        new ReshapeLayer(),
        new TransposeLayer(),
        new SliceLayer(),
        new PadLayer(),
        new GatherLayer(),
        new SplitLayer(),
        new CastLayer(),
        new EmbeddingLayer(),
        new OneHotLayer(),
        new ArgReduceLayer("arg_max", isLargest: true),
        new ArgReduceLayer("arg_min", isLargest: false),
        new TopKLayer(),
        new CumulativeSumLayer(),
        new ScatterLayer(),
        new NonMaxSuppressionLayer(),
        new PairwiseCouplingLayer(),
        new BranchLayer(),
        new RepeatLayer(),
        new ConvolutionLayer("conv1d", 1),
        new ConvolutionLayer("conv2d", 2),
        new ConvolutionLayer("conv3d", 3),
        new TransposedConvolutionLayer("conv_transpose1d", 1),
        new TransposedConvolutionLayer("conv_transpose2d", 2),
        new TransposedConvolutionLayer("conv_transpose3d", 3),
        new RecurrentLayer("rnn", RecurrentCell.Rnn),
        new RecurrentLayer("gru", RecurrentCell.Gru),
        new RecurrentLayer("lstm", RecurrentCell.Lstm),
        new AttentionLayer(),
        new ScaledAttentionLayer(),
        new ResizeLayer(),
        new PoolLayer("max_pool1d", 1, PoolKind.Max),
        new PoolLayer("max_pool2d", 2, PoolKind.Max),
        new PoolLayer("max_pool3d", 3, PoolKind.Max),
        new PoolLayer("average_pool1d", 1, PoolKind.Average),
        new PoolLayer("average_pool2d", 2, PoolKind.Average),
        new PoolLayer("average_pool3d", 3, PoolKind.Average),
        new GlobalPoolLayer("global_average_pool", PoolKind.Average),
        new GlobalPoolLayer("global_max_pool", PoolKind.Max),
    }.ToDictionary(kind => kind.Type, StringComparer.Ordinal);

    /// <summary>All kinds.</summary>
    public static IEnumerable<LayerKind> All => Kinds.Values;

    /// <summary>The kind of a type, or null when there is none such.</summary>
    public static LayerKind? Find(string type) => Kinds.TryGetValue(type, out LayerKind? kind) ? kind : null;
}
