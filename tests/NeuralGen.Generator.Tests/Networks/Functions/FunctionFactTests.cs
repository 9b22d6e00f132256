using NeuralGen.Compiler.Layers.Activations;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Generator.Tests.Networks.Functions;

/// <summary>What functions of a whole row compute, and what training and the library's kernels are told of functions.</summary>
public class FunctionFactTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(-1000)]
    public void Softmax_gives_shares_however_large_the_values_are(double offset)
    {
        double[] input = [offset, offset + Math.Log(2), offset + Math.Log(5)];
        double[] shares = [1 / 8.0, 2 / 8.0, 5 / 8.0];
        Close(shares, Default("softmax").Evaluate(input));
        Close([.. shares.Select(share => Math.Log(share))], Default("log_softmax").Evaluate(input));
        Close(shares, Default("softmin").Evaluate([.. input.Select(value => -value)]));
    }

    [Fact]
    public void Softmax_gives_shares_however_far_apart_the_values_are()
    {
        double[] input = [0, 2000, -3000];
        Close([0, 1, 0], Default("softmax").Evaluate(input));
        Close([-2000, 0, -5000], Default("log_softmax").Evaluate(input));
        Close([0, 0, 1], Default("softmin").Evaluate(input));
    }

    [Fact]
    public void Functions_of_a_row_say_which_form_they_are()
    {
        Assert.Equal(
            [("softmax", false, false, true), ("log_softmax", false, true, false), ("softmin", true, false, true)],
            All().OfType<SoftmaxFunction>().Select(function => (function.Name, function.IsNegated, function.IsLogarithm, function.IsProbability)));
    }

    [Fact]
    public void The_functions_that_belong_to_a_cross_entropy_name_it() => Assert.Equal(
        [("sigmoid", LossKind.BinaryCrossEntropy), ("softmax", LossKind.CategoricalCrossEntropy), ("log_softmax", LossKind.CategoricalCrossEntropy)],
        All().Where(function => function.Loss is not null).Select(function => (function.Name, function.Loss!.Value)));

    [Fact]
    public void Rectifiers_begin_training_with_weights_of_twice_the_variance() => Assert.Equal(
        ["celu", "elu", "gelu", "gelu_tanh", "hard_swish", "leaky_relu", "mish", "prelu", "relu", "relu6", "selu", "silu"],
        All().Where(function => function.IsRectifier).Select(function => function.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Probabilities_are_those_of_sigmoid_and_softmax_and_softmin() => Assert.Equal(
        ["sigmoid", "softmax", "softmin"], All().Where(function => function.IsProbability).Select(function => function.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A_comparison_or_two_are_written_out_and_so_are_derivatives_of_a_product_or_two()
    {
        string[] all = [.. ActivationFunctionTests.Elementwise().Where(row => Made(row).IsShort).Select(row => row.Name).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(["hard_shrink", "hard_sigmoid", "hard_tanh", "leaky_relu", "prelu", "relu", "soft_shrink", "threshold"], all);
        Assert.Equal(
            ["exponential", "linear", "sigmoid", "tanh"],
            ActivationFunctionTests.Elementwise().Where(row => Made(row).IsDerivativeShort && !all.Contains(row.Name)).Select(row => row.Name).Order(StringComparer.Ordinal));
        Assert.All(ActivationFunctionTests.Elementwise().Where(row => row.Name == "relu"), row => Assert.True(Made(row).IsShort));
        Assert.Equal([false, false], new[] { "hard_tanh", "hard_sigmoid" }.Select(name => ((ElementwiseActivation)Default(name)).IsShort));
    }

    [Fact]
    public void All_rectifiers_are_rectifiers_whatever_their_arguments_are() => Assert.All(
        ActivationFunctionTests.Elementwise(), row => Assert.Equal(Default(row.Name).IsRectifier, Made(row).IsRectifier));

    [Fact]
    public void The_librarys_functions_have_derivatives_with_their_default_arguments() => Assert.All(
        All(), function => Assert.Equal(function.Kernel is not null, function.HasKernelGradient));

    /// <summary>The library works derivatives out from the value behind the function, which does not tell on which side x is when the slope there is negative.</summary>
    [Theory]
    [InlineData("leaky_relu", -0.5, false)]
    [InlineData("leaky_relu", 0, true)]
    [InlineData("elu", -0.5, false)]
    [InlineData("elu", 0, true)]
    [InlineData("celu", -0.5, false)]
    [InlineData("celu", 0.5, true)]
    public void Slopes_that_turn_back_have_no_derivative_in_the_library(string name, double alpha, bool hasGradient)
    {
        ElementwiseActivation function = (ElementwiseActivation)ActivationCatalog.Find(name)!.Create([alpha], NoSlopes);
        Assert.NotNull(function.Kernel);
        Assert.Equal(hasGradient, function.HasKernelGradient);
        Assert.Equal(!hasGradient, function.DerivativeNeedsInput);
    }

    [Fact]
    public void Slopes_belong_to_values_or_to_their_channels_or_to_all()
    {
        PreluActivation each = new(new NetworkNumbers(0, new NumberArray([0.5, 0.25, 0, 1, 2, 4])));
        PreluActivation channels = new(new NetworkNumbers(0, new NumberArray([0.5, 0.25]))) { Channels = new ChannelMap(2, 3) };
        PreluActivation one = new(new NetworkNumbers(0, new NumberArray([0.5])));
        double[] low = [-1, -1, -1, -1, -1, -1];
        Assert.Equal([-0.5, -0.25, 0, -1, -2, -4], each.Evaluate(low));
        Assert.Equal([-0.5, -0.5, -0.5, -0.25, -0.25, -0.25], channels.Evaluate(low));
        Assert.Equal([-0.5, -0.5, -0.5, -0.5, -0.5, -0.5], one.Evaluate(low));
        Assert.Equal(["slopes[i]", "slopes[i / 3 % 2]", "slopes[0]"], new[] { each, channels, one }.Select(function => function.SlopeIn("i")));
        Assert.Equal([4, 1, 0], new[] { each, channels, one }.Select(function => function.SlopeAt(function == each ? 4 : 5)));
        Assert.Equal([0.5, 0.25], Enumerable.Range(2, 2).Select(channels.SlopeBelow));
    }

    [Fact]
    public void A_rectifier_is_monotone_unless_a_slope_is_negative()
    {
        Assert.True(new PreluActivation(new NetworkNumbers(0, new NumberArray([0, 0.25]))).IsMonotone);
        Assert.False(new PreluActivation(new NetworkNumbers(0, new NumberArray([0.5, -0.25]))).IsMonotone);
        Assert.Equal([true], All().OfType<RectifierFunction>().Where(function => function.IsZeroBelow).Select(function => function.Name == "relu"));
        Assert.Equal(0.125, new LeakyReluActivation { Alpha = 0.125 }.SlopeBelow(0));
        Assert.Equal(0, new ReluActivation().SlopeBelow(0));
    }

    private static readonly NetworkNumbers NoSlopes = new(0, NumberArray.Empty);

    private static IEnumerable<ActivationFunction> All() => ActivationCatalog.All.Select(descriptor => descriptor.CreateDefault(NoSlopes));

    private static ElementwiseActivation Made((string Name, double[] Arguments) row) => (ElementwiseActivation)ActivationFunctionTests.Create(row.Name, row.Arguments);

    private static ActivationFunction Default(string name) => ActivationCatalog.Find(name)!.CreateDefault(NoSlopes);

    private static void Close(double[] expected, double[] actual) => Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
}
