using NeuralGen.Import.Graphs;
using NeuralGen.Import.Tests.Models;

namespace NeuralGen.Import.Tests.Runtime;

/// <summary>Holds what the compiler's reference arithmetic computes of a small model against ONNX Runtime.</summary>
internal static class RuntimeAgreement
{
    /// <summary>Largest difference allowed, relative to the largest value of an output.</summary>
    private const double Tolerance = 1e-5;

    /// <summary>Compares all outputs for one input; nothing where ONNX Runtime cannot be used.</summary>
    /// <param name="folder">Where the model's file may lie.</param>
    /// <param name="model">The model, of one input.</param>
    /// <param name="bound">The same, imported.</param>
    /// <param name="shape">The input's shape.</param>
    public static void Check(ModelFolder folder, ModelBuilder model, BoundModel bound, int[] shape)
    {
        if (RuntimeOracle.Missing.Length > 0)
        {
            return;
        }

        string path = Path.Combine(folder.Path, "model.onnx");
        File.WriteAllBytes(path, model.Bytes);
        using RuntimeOracle oracle = new(path);
        double[] input = [.. Enumerable.Range(0, Dimensions.Count(shape)).Select(i => (double)(((i * 29) % 31) - 12) / 8)];
        double[][] expected = [.. oracle.Run([Literal.Of(ElementKind.Float, shape, input)]).Select(output => output.Numbers())];
        double[][] found = bound.PredictAll(input);
        Assert.Equal(expected.Select(output => output.Length), found.Select(output => output.Length));
        Assert.All(expected.Zip(found), output =>
        {
            double bound = Tolerance * output.First.Max(Math.Abs);
            Assert.All(output.First.Zip(output.Second), pair => Assert.InRange(pair.Second, pair.First - bound, pair.First + bound));
        });
    }
}
