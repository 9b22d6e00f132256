using System.ComponentModel;
using System.Reflection;

namespace NeuralGen.Tests;

public sealed class PublicSurfaceTests
{
    private const string Functions = "NeuralGen.Kernels.Functions";

    private static readonly string[] WithoutFunction = ["Linear", "Prelu", "Softmin"];

    // Other arguments than those left out.
    private static readonly string[] Variants = ["BoundedRelu", "Clamp", "LinearSigmoid", "ScaledSoftplus"];

    private static readonly Assembly Library = typeof(NeuralNetworkAttribute).Assembly;

    [Fact]
    public void The_library_shows_these_types()
    {
        Assert.Equal(
            [
                "NeuralGen.ActivatedLayerAttribute", "NeuralGen.Activation", "NeuralGen.ActivationAttribute",
                "NeuralGen.AddAttribute", "NeuralGen.AveragePool1dAttribute", "NeuralGen.AveragePool2dAttribute",
                "NeuralGen.AveragePool3dAttribute", "NeuralGen.BatchNormalizationAttribute", "NeuralGen.ChannelOrder",
                "NeuralGen.ConcatAttribute", "NeuralGen.Conv1dAttribute", "NeuralGen.Conv2dAttribute",
                "NeuralGen.Conv3dAttribute", "NeuralGen.ConvTranspose1dAttribute", "NeuralGen.ConvTranspose2dAttribute",
                "NeuralGen.ConvTranspose3dAttribute", "NeuralGen.ConvolutionAttribute", "NeuralGen.ConvolutionKernels",
                "NeuralGen.DenseAttribute", "NeuralGen.DenseKernels", "NeuralGen.Dropout", "NeuralGen.DropoutAttribute",
                "NeuralGen.ElementIndex", "NeuralGen.ElementType", "NeuralGen.Elementwise", "NeuralGen.EmbeddingAttribute",
                "NeuralGen.Emission", "NeuralGen.ExpressionAttribute", "NeuralGen.FlattenAttribute",
                "NeuralGen.FoldedNormalization", "NeuralGen.GatherAttribute", "NeuralGen.GlobalAveragePoolAttribute",
                "NeuralGen.GlobalMaxPoolAttribute", "NeuralGen.GroupNormalizationAttribute", "NeuralGen.GruAttribute",
                "NeuralGen.INeuralNetwork`2", "NeuralGen.ITrainableNetwork`1", "NeuralGen.Initializer",
                "NeuralGen.InputAttribute", "NeuralGen.InstanceNormalizationAttribute", "NeuralGen.KernelLayerAttribute",
                "NeuralGen.LayerAttribute", "NeuralGen.LayerNormalizationAttribute", "NeuralGen.LogSoftmaxAttribute",
                "NeuralGen.LossFunction", "NeuralGen.LstmAttribute", "NeuralGen.MatmulAttribute", "NeuralGen.MatrixKernels",
                "NeuralGen.MaxPool1dAttribute", "NeuralGen.MaxPool2dAttribute", "NeuralGen.MaxPool3dAttribute",
                "NeuralGen.MultiHeadAttentionAttribute", "NeuralGen.NetworkLayout", "NeuralGen.NetworkWeights",
                "NeuralGen.NeuralMath", "NeuralGen.NeuralNetworkAttribute", "NeuralGen.NoLabel", "NeuralGen.NodeAttribute",
                "NeuralGen.NonMaxSuppression", "NeuralGen.NormalizationAttribute", "NeuralGen.NormalizationMethod",
                "NeuralGen.OutputAttribute", "NeuralGen.PackedConvolution", "NeuralGen.PackedDense",
                "NeuralGen.PackedDenseRows", "NeuralGen.PackedRecurrence", "NeuralGen.PadAttribute", "NeuralGen.PadMode", "NeuralGen.PaddingMode",
                "NeuralGen.PairwiseCoupling",
                "NeuralGen.PoolAttribute", "NeuralGen.PoolKernels", "NeuralGen.Precision", "NeuralGen.RecurrentAttribute",
                "NeuralGen.RecurrentKernels", "NeuralGen.ReduceAttribute", "NeuralGen.Reduction",
                "NeuralGen.ResamplingAxis", "NeuralGen.ReshapeAttribute", "NeuralGen.ResizeAttribute",
                "NeuralGen.ResizeMode", "NeuralGen.RmsNormalizationAttribute", "NeuralGen.RnnAttribute",
                "NeuralGen.RowLanes", "NeuralGen.RowNormalization", "NeuralGen.Rowwise", "NeuralGen.SliceAttribute", "NeuralGen.SoftmaxAttribute",
                "NeuralGen.SpanLength", "NeuralGen.SparseDense", "NeuralGen.SpatialResampling", "NeuralGen.SpatialWindow",
                "NeuralGen.SpecialValues", "NeuralGen.SplitAttribute", "NeuralGen.Standardization",
                "NeuralGen.StoredTensors", "NeuralGen.TopK", "NeuralGen.TransposeAttribute",
                "NeuralGen.TransposedConvolutionAttribute", "NeuralGen.WeightLayout", "NeuralGen.WideRowLanes", "NeuralGen.Workspace",
            ],
            Library.GetExportedTypes().Where(type => type.Namespace != Functions).Select(type => type.FullName!).Order(StringComparer.Ordinal));
    }

    // Those that are none take another way: linear functions vanish, slopes are parameters.
    [Fact]
    public void There_is_a_function_for_each_activation_and_nothing_shows_them()
    {
        Type[] types = [.. Library.GetExportedTypes().Where(type => type.Namespace == Functions)];
        Assert.Equal(
            Enum.GetNames<Activation>().Except(WithoutFunction).Concat(Variants).Order(StringComparer.Ordinal),
            types.Where(type => type.IsValueType).Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.All(types, type => Assert.Equal(EditorBrowsableState.Never, type.GetCustomAttribute<EditorBrowsableAttribute>()!.State));
    }

    [Fact]
    public void The_library_needs_nothing_but_the_framework()
    {
        Assert.All(Library.GetReferencedAssemblies(), name => Assert.StartsWith("System.", name.Name));
    }

    [Fact]
    public void The_library_can_be_trimmed() => Assert.Contains(
        Library.GetCustomAttributes<AssemblyMetadataAttribute>(), data => (data.Key, data.Value) == ("IsTrimmable", "True"));

    // The numbers count: compiled attributes hold them.
    [Fact]
    public void Activations_have_these_numbers()
    {
        Assert.Equal(
            [
                "Linear", "Relu", "Relu6", "LeakyRelu", "Prelu", "Elu", "Selu", "Celu", "Gelu", "GeluTanh", "Silu",
                "Mish", "Sigmoid", "HardSigmoid", "HardSwish", "Tanh", "HardTanh", "Softplus", "Softsign",
                "Exponential", "Softmax", "LogSoftmax", "LogSigmoid", "HardShrink", "SoftShrink", "TanhShrink", "Softmin", "Threshold",
            ],
            NamesFromZero<Activation>());
    }

    [Fact]
    public void Other_choices_have_these_numbers()
    {
        Assert.Equal(["Single", "Double"], NamesFromZero<Precision>());
        Assert.Equal(["Auto", "Unrolled", "Vectorized"], NamesFromZero<Emission>());
        Assert.Equal(["UnitsInputs", "InputsUnits"], NamesFromZero<WeightLayout>());
        Assert.Equal(["Explicit", "Same", "Causal", "Valid"], NamesFromZero<PaddingMode>());
        Assert.Equal(["Standard", "MinMax"], NamesFromZero<NormalizationMethod>());
        Assert.Equal(
            ["MeanSquaredError", "MeanAbsoluteError", "Huber", "BinaryCrossEntropy", "CategoricalCrossEntropy"],
            NamesFromZero<LossFunction>());
    }

    [Fact]
    public void The_kernels_are_for_emitted_code()
    {
        Type kernels = typeof(NeuralMath);
        Assert.True(kernels is { IsAbstract: true, IsSealed: true });
        Assert.Equal(EditorBrowsableState.Advanced, kernels.GetCustomAttribute<EditorBrowsableAttribute>()!.State);
        Assert.Equal(typeof(double), kernels.GetMethod("Erf", [typeof(double)])!.ReturnType);
        Assert.Equal(typeof(float), kernels.GetMethod("Erf", [typeof(float)])!.ReturnType);
    }

    [Fact]
    public void The_library_has_no_static_state()
    {
        Assert.DoesNotContain(
            Library.GetTypes().Where(type => !type.Name.StartsWith('<')).SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)),
            field => !field.IsLiteral && !field.IsInitOnly);
    }

    private static IEnumerable<string?> NamesFromZero<T>()
        where T : struct, Enum =>
        Enumerable.Range(0, Enum.GetValues<T>().Length).Select(number => Enum.GetName(typeof(T), number));
}
