using System.Reflection;
using NeuralGen.Compiler.Emission;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Generator.Tests.Emission.Gradients;
using NeuralGen.Generator.Tests.Fingerprints;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Networks.Functions;

/// <summary>
/// A new function needs a record only: it compiles and computes in every form of code, single and double, with gradient, before the
/// runtime library has a structure for it.
/// </summary>
public class MadeUpActivationTests
{
    /// <summary>More than a vector has lanes, and no multiple of that.</summary>
    private const int Samples = 19;

    private static readonly ElementwiseActivation[] Functions =
        [new SerpentineActivation(), new ScaledTanhActivation { Amplitude = 1.7159, Rate = 2 / 3.0 }];

    /// <param name="platform">The framework that code is written for.</param>
    /// <param name="precision">The precision.</param>
    /// <param name="emission">The wish for the form of code.</param>
    /// <param name="sizes">The number of inputs and units.</param>
    /// <param name="isTrainable">Whether training changes the numbers.</param>
    /// <param name="forms">The forms of a sample and a batch; of the gradients of both, and of the derivatives of the outputs.</param>
    [Theory]
    [InlineData("net10.0", "single", "auto", "2-3-1", false, "Nodes AcrossSamples; Nodes AcrossSamples Nodes")]
    [InlineData("net10.0", "single", "auto", "4-8-3", false, "AcrossUnits AcrossSamples; Nodes AcrossSamples Nodes")]
    [InlineData("net10.0", "single", "auto", "9-16-12", false, "AcrossUnits Kernels; Nodes Kernels Kernels")]
    [InlineData("net10.0", "single", "vectorized", "9-16-12", false, "Stages Kernels; Kernels Kernels Kernels")]
    [InlineData("net10.0", "single", "unrolled", "30-30-10", false, "Stages Kernels; Kernels Kernels Kernels")]
    [InlineData("net10.0", "single", "auto", "2-3-1", true, "Nodes Kernels; Nodes Kernels Nodes")]
    [InlineData("net10.0", "single", "vectorized", "9-16-12", true, "Kernels Kernels; Kernels Kernels Kernels")]
    [InlineData("net10.0", "double", "auto", "2-3-1", false, "Nodes SampleBySample; Nodes Kernels Nodes")]
    [InlineData("net10.0", "double", "vectorized", "9-16-12", false, "Stages SampleBySample; Kernels Kernels Kernels")]
    [InlineData("net10.0", "double", "unrolled", "30-30-10", false, "Stages SampleBySample; Kernels Kernels Kernels")]
    [InlineData("net10.0", "double", "auto", "9-16-12", true, "Nodes Kernels; Nodes Kernels Kernels")]
    [InlineData("net10.0", "double", "vectorized", "9-16-12", true, "Kernels Kernels; Kernels Kernels Kernels")]
    [InlineData("net8.0", "single", "auto", "2-3-1", false, "Nodes AcrossSamples; Nodes AcrossSamples Nodes")]
    [InlineData("net8.0", "single", "auto", "4-8-3", false, "AcrossUnits AcrossSamples; Nodes AcrossSamples Nodes")]
    [InlineData("net8.0", "single", "auto", "9-16-12", false, "AcrossUnits Kernels; Nodes Kernels Kernels")]
    [InlineData("net8.0", "single", "vectorized", "9-16-12", false, "Stages Kernels; Kernels Kernels Kernels")]
    [InlineData("net8.0", "single", "vectorized", "9-16-12", true, "Kernels Kernels; Kernels Kernels Kernels")]
    [InlineData("net8.0", "double", "vectorized", "9-16-12", false, "Stages SampleBySample; Kernels Kernels Kernels")]
    [InlineData("netstandard2.0", "single", "auto", "2-3-1", false, "Nodes SampleBySample; Nodes Kernels Nodes")]
    [InlineData("netstandard2.0", "single", "auto", "9-16-12", false, "Nodes Kernels; Nodes Kernels Kernels")]
    [InlineData("netstandard2.0", "single", "vectorized", "9-16-12", false, "Stages Kernels; Kernels Kernels Kernels")]
    [InlineData("netstandard2.0", "single", "vectorized", "9-16-12", true, "Kernels Kernels; Kernels Kernels Kernels")]
    [InlineData("netstandard2.0", "double", "auto", "2-3-1", false, "Nodes SampleBySample; Nodes Kernels Nodes")]
    [InlineData("netstandard2.0", "double", "vectorized", "9-16-12", false, "Stages SampleBySample; Kernels Kernels Kernels")]
    [InlineData("netstandard2.0", "double", "vectorized", "9-16-12", true, "Kernels Kernels; Kernels Kernels Kernels")]
    public void A_function_without_a_structure_computes_in_every_form(
        string platform, string precision, string emission, string sizes, bool isTrainable, string forms)
    {
        FingerprintPlatform target = FingerprintPlatform.All.Single(candidate => candidate.Name == platform);
        MadeUpNetwork network = new(precision, emission, ShapedNetwork.Sizes(sizes), isTrainable);
        NetworkModel[] models = [.. Functions.Select(function => network.Model(function.GetType().Name, function))];
        Assert.All(Functions, function => Assert.Null(function.Kernel));
        Assert.All(models, model => Assert.Equal(forms, MadeUpNetwork.Forms(model.Network!, target.Platform.HasVectors)));
        Assembly assembly = target.Load(models.SelectMany(model => FingerprintedCode.Write(model, target)));
        foreach (NetworkModel model in models)
        {
            CompiledNetwork compiled = new(assembly.GetType("Project." + model.Target.Type.Name, throwOnError: true)!);
            Assert.Equal(precision == "double", compiled.IsDouble);
            Compare(model.Target.Type.Name, model.Network!, compiled);
        }
    }

    private static void Compare(string what, Network network, CompiledNetwork compiled)
    {
        Random random = new(7);
        double[][] samples = [.. Enumerable.Range(0, Samples).Select(_ => Enumerable.Range(0, compiled.InputSize).Select(_ => (double)(float)((4 * random.NextDouble()) - 2)).ToArray())];
        double[][] expected = [.. samples.Select(sample => Interpreter.Predict(network, sample))];
        double[] batch = compiled.PredictBatch([.. samples.SelectMany(sample => sample)]);
        double tolerance = compiled.IsDouble ? 1e-12 : 5e-6;
        Assert.All(expected.SelectMany(output => output).Zip(batch), pair => Assert.Equal(pair.First, pair.Second, tolerance));
        Assert.All(samples.Zip(expected), pair =>
            Assert.All(pair.Second.Zip(compiled.Predict(pair.First)), values => Assert.Equal(values.First, values.Second, tolerance)));

        GradientCheck check = new(network, compiled, what);
        check.Run(samples[..3], random);
        Assert.True(check.Compared > 30 && check.Skipped == 0, $"{what}: {check.Compared} compared, {check.Skipped} near corners");
    }
}
