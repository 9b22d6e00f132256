using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Layers;
using NeuralGen.Compiler.Layers.Activations;

namespace NeuralGen.Generator.Tests.Diagnostics;

/// <summary>A suggestion cures a typing error and is never another thing.</summary>
public class SuggestionTests
{
    private static readonly string[] Losses = ["mean_squared_error", "mean_absolute_error", "huber", "binary_cross_entropy", "categorical_cross_entropy"];

    private static readonly string[] Layers = [.. LayerCatalog.All.Select(kind => kind.Type)];

    [Theory]
    [InlineData("rrelu")]
    [InlineData("CReLU")]
    [InlineData("thresholded_relu")]
    [InlineData("hardmax")]
    [InlineData("sparsemax")]
    [InlineData("softmax2d")]
    [InlineData("relu7")]
    [InlineData("relu_1")]
    [InlineData("quick_gelu")]
    [InlineData("glu")]
    [InlineData("swiglu")]
    [InlineData("squareplus")]
    [InlineData("atanh")]
    [InlineData("log_softmin")]
    [InlineData("prelu6")]
    [InlineData("hard_mish")]
    [InlineData("scaled_tanh")]
    [InlineData("log_sigmoidal_thing")]
    [InlineData("sinh")]
    [InlineData("rlu")]
    public void A_function_of_another_framework_is_none_of_ours(string name) => Assert.Null(Suggestion.For(name, ActivationCatalog.Names).Name);

    [Theory]
    [InlineData("root_mean_squared_error")]
    [InlineData("mean_squared_logarithmic_error")]
    [InlineData("sparse_categorical_crossentropy")]
    [InlineData("binary_focal_crossentropy")]
    [InlineData("BinaryFocalCrossentropy")]
    [InlineData("hinge")]
    [InlineData("log_cosh")]
    public void A_loss_of_another_framework_is_none_of_ours(string name) => Assert.Null(Suggestion.For(name, Losses).Name);

    [Theory]
    [InlineData("group_normalization")]
    [InlineData("instance_normalization")]
    [InlineData("rms_normalization")]
    [InlineData("GroupNorm")]
    [InlineData("weight_normalization")]
    [InlineData("alpha_dropout")]
    [InlineData("sub")]
    [InlineData("and")]
    public void A_layer_of_another_framework_is_none_of_ours(string name) => Assert.Null(Suggestion.For(name, Layers).Name);

    // What is written, what exists, and what is meant.
    [Theory]
    [InlineData("hidden3", "hidden1 hidden2", null)]
    [InlineData("model-v3.nn.json", "model-v2.nn.json", null)]
    [InlineData("node_1_0", "node_0_1 node_0_0", null)]
    [InlineData("x", "y z", null)]
    [InlineData("X", "x", "x")]
    [InlineData("left", "lift loft", null)]
    [InlineData("hiden_2", "hidden_2 hidden_1", "hidden_2")]
    [InlineData("binary_crossentropy", "binary_cross_entropy", "binary_cross_entropy")]
    [InlineData("hardtanh", "hard_tanh tanh", "hard_tanh")]
    [InlineData("LogSoftmax", "softmax log_softmax", "log_softmax")]
    [InlineData("batch-normalisation", "batch_normalization layer_normalization", "batch_normalization")]
    [InlineData("categorical_cross_entropie", "categorical_cross_entropy", "categorical_cross_entropy")]
    public void A_typing_error_is_cured(string written, string candidates, string? expected) =>
        Assert.Equal(expected, Suggestion.For(written, candidates.Split(' ')).Name);
}
