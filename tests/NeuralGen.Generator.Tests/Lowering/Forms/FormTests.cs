using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Generator.Tests.Lowering.Passes;
using NeuralGen.Generator.Tests.Networks;

namespace NeuralGen.Generator.Tests.Lowering.Forms;

/// <summary>The forms of programs: one sample, many, and the derivatives of one, of many and of all outputs.</summary>
public class FormTests
{
    [Theory]
    [InlineData("2-2-1", "auto", "single", true, "Nodes AcrossSamples | Nodes AcrossSamples Nodes")]
    [InlineData("4-8-3", "auto", "single", true, "AcrossUnits AcrossSamples | Nodes AcrossSamples Nodes")]
    [InlineData("4-8-3", "auto", "single", false, "Nodes SampleBySample | Nodes Kernels Nodes")]
    [InlineData("4-8-3", "auto", "double", true, "Nodes SampleBySample | Nodes Kernels Nodes")]
    [InlineData("4-8-3", "unrolled", "single", true, "Nodes AcrossSamples | Nodes AcrossSamples Nodes")]
    [InlineData("4-8-3", "vectorized", "single", true, "Stages Kernels | Kernels Kernels Kernels")]
    [InlineData("8-8-8", "auto", "single", true, "AcrossUnits Kernels | Nodes Kernels Kernels")]
    [InlineData("8-8-8", "auto", "single", false, "Nodes Kernels | Nodes Kernels Kernels")]
    [InlineData("64-32-10", "auto", "single", true, "AcrossUnits Kernels | Kernels Kernels Kernels")]
    [InlineData("64-32-10", "auto", "double", true, "Stages SampleBySample | Kernels Kernels Kernels")]
    [InlineData("64-32-10", "unrolled", "single", true, "Stages Kernels | Kernels Kernels Kernels")]
    [InlineData("30-30", "unrolled", "single", true, "Nodes Kernels | Kernels Kernels Kernels")]
    [InlineData("100-100-100", "auto", "single", true, "Stages Kernels | Kernels Kernels Kernels")]
    [InlineData("100-100-100", "auto", "single", false, "Stages Kernels | Kernels Kernels Kernels")]
    public void Lists_have_the_form_of_their_size(string sizes, string emission, string precision, bool hasVectors, string expected) => Assert.Equal(
        expected, Forms(InterpreterTests.Bind(ShapedNetwork.Json(ShapedNetwork.Sizes(sizes), "relu", 0, emission, precision)), hasVectors));

    [Theory]
    [InlineData("""{ "type": "dense", "weights": [[1, 2]] }""", """ "trainable": true, """, "Nodes Kernels | Nodes Kernels Nodes")]
    [InlineData("""{ "type": "softmax" }""", "", "Nodes AcrossSamples | Nodes Kernels Nodes")]
    [InlineData("""{ "type": "activation", "activation": "tanh" }""", "", "Nodes AcrossSamples | Nodes Kernels Nodes")]
    [InlineData("""{ "type": "dense", "weights": [[1, 2]] }, { "type": "activation", "activation": { "type": "leaky_relu", "alpha": -2 } }""", "", "Nodes AcrossSamples | Nodes Kernels Nodes")]
    [InlineData("""{ "type": "layer_normalization" }, { "type": "dense", "weights": [[1, 2]] }""", "", "Nodes AcrossSamples | Nodes AcrossSamples Nodes")]
    [InlineData("""{ "type": "reshape", "shape": [1, 2] }, { "type": "conv1d", "weights": [[[1, 2]]] }""", "", "Nodes SampleBySample | Nodes Kernels Nodes")]
    [InlineData("""{ "type": "reshape", "shape": [1, 2] }, { "type": "conv1d", "weights": [[[1, 2]]] }""", """ "emission": "vectorized", """, "Stages Kernels | Kernels Kernels Kernels")]
    [InlineData("""{ "type": "reshape", "shape": [2, 1] }, { "type": "lstm", "units": 1, "weights": [[1], [1], [1], [1]], "recurrent_weights": [[1], [1], [1], [1]] }""", "", "Stages SampleBySample | Kernels Kernels Kernels")]
    public void Layers_have_the_form_that_can_write_them(string layers, string settings, string expected) => Assert.Equal(expected, Forms(NetworkText.Read(layers, 2, settings), hasVectors: true));

    /// <summary>With unrolled code, what is too large for a statement per value has loops.</summary>
    [Theory]
    [InlineData("""{ "type": "activation", "activation": "tanh" }""", 250, "Nodes")]
    [InlineData("""{ "type": "activation", "activation": "tanh" }""", 251, "Loops")]
    [InlineData("""{ "type": "expression", "formula": "x * x" }""", 250, "Nodes")]
    [InlineData("""{ "type": "expression", "formula": "x * x" }""", 251, "Loops")]
    [InlineData("""{ "type": "reduce", "operation": "sum", "axes": [0] }""", 1000, "Nodes")]
    [InlineData("""{ "type": "reduce", "operation": "sum", "axes": [0] }""", 1001, "Loops")]
    [InlineData("""{ "type": "reduce", "operation": "product", "axes": [0] }""", 40, "Loops")]
    [InlineData("""{ "type": "reshape", "shape": [1, 500] }, { "type": "conv1d", "weights": [WEIGHTS] }""", 500, "Loops")]
    [InlineData("""{ "type": "reshape", "shape": [1, 500] }, { "type": "average_pool1d", "kernel": [101], "stride": 4 }""", 500, "Loops")]
    [InlineData("""{ "type": "reshape", "shape": [1, 500] }, { "type": "average_pool1d", "kernel": [101], "stride": 50 }""", 500, "Nodes")]
    public void A_step_has_a_statement_per_value_up_to_a_size(string layers, int inputs, string expected)
    {
        Network network = NetworkText.Read(layers.Replace("WEIGHTS", $"[[{string.Join(", ", Enumerable.Repeat("1", 251))}]]", StringComparison.Ordinal), inputs, """ "emission": "unrolled", """);
        Assert.Equal(expected, FormLimits.Choose(network, network.Operations[^1]).ToString());
        Assert.Equal(StepForm.Loops, FormLimits.Choose(network with { Emission = EmissionMode.Auto }, network.Operations[^1]));
        Assert.Equal(StepForm.Loops, FormLimits.Choose(network with { Emission = EmissionMode.Vectorized }, network.Operations[^1]));
    }

    private static string Forms(Network network, bool hasVectors)
    {
        Program forward = Lowerer.Lower(network, hasVectors), backward = BackwardPrograms.Of(network, keepsDropout: false, hasVectors);
        return $"{forward.Sample} {forward.Batch} | {backward.Sample} {backward.Batch} {backward.Jacobian}";
    }
}
