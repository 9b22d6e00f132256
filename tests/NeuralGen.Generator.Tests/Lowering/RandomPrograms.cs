using NeuralGen.Compiler.Networks;
using NeuralGen.Generator.Tests.Hosting;
using NeuralGen.Generator.Tests.Networks;

namespace NeuralGen.Generator.Tests.Lowering;

/// <summary>Random networks of all kinds, from which programs are made.</summary>
internal static class RandomPrograms
{
    /// <summary>Networks with a sample each, named by their kind and seed.</summary>
    /// <param name="group">Which of them, so that a theory has some in each case.</param>
    public static IEnumerable<(string Name, Network Network, double[][] Inputs)> Of(int group)
    {
        int count = TestShare.Of(40, 10);
        foreach (int seed in Enumerable.Range(50_000 + (group * 100), count))
        {
            RandomNetwork lists = new(seed);
            yield return ($"list {seed}", InterpreterTests.Bind(lists.Json), [lists.NextInput()]);
            SpatialNetwork images = new(seed, zeros: 0.1, movesValues: true, computes: true, hasPairs: seed % 2 == 0);
            yield return ($"image {seed}", InterpreterTests.Bind(images.Json), [images.NextInput()]);

            // In double precision, since one digit may decide which position is the largest, or which whole number is next.
            TensorNetwork tensors = new(seed, mostOutputs: 3, isLarge: seed % 2 == 0, hasIndices: true, hasFormulas: true);
            yield return ($"tensors {seed}", InterpreterTests.Bind(tensors.Text.Replace("\"precision\": \"single\"", "\"precision\": \"double\"", StringComparison.Ordinal)), tensors.NextInputs());
        }
    }
}
