using System.Runtime.Intrinsics;
using NeuralGen.Benchmarks.Candidates;
using NeuralGen.Benchmarks.Convolutions;
using NeuralGen.Kernels;

namespace NeuralGen.Benchmarks.Thresholds;

/// <summary>Dense layers of one sample, about where their kernels change.</summary>
internal static class DenseChoices
{
    private static int Lanes => Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    /// <summary>All of them.</summary>
    public static IEnumerable<Choice> All() => Dots().Concat(Zeros());

    private static IEnumerable<Choice> Dots() =>
        from inputs in (int[])[32, 100, 800]
        from units in (int[])[2, 4, 5, 8, 10, 12, 13]
        select new Choice(
            "dot products", $"{inputs} → {units}", Dense(inputs, units, false, 0, 0), Dense(inputs, units, true, 0, 0), KernelThresholds.AreDots(inputs, units, Lanes));

    private static IEnumerable<Choice> Zeros() =>
        from layer in ((int Inputs, int Units)[])[(100, 112), (784, 128), (256, 256), (384, 384), (512, 512), (784, 784)]
        from share in (double[])[0.1, 0.3, 0.5, 0.7, 0.9]
        let least = KernelThresholds.LeastZeros(layer.Inputs, (long)layer.Inputs * layer.Units)
        select new Choice(
            "weights of zeros left out", FormattableString.Invariant($"{layer.Inputs} → {layer.Units}, {share:P0} zeros"),
            Dense(layer.Inputs, layer.Units, false, 0, share), Dense(layer.Inputs, layer.Units, false, 1, share), least > 0 && share * layer.Inputs >= least);

    private static CallCandidate Dense(int inputs, int units, bool areDots, int leastZeros, double zeros)
    {
        PackedDense dense = new(RandomNumbers.Make(inputs * units), RandomNumbers.Make(units), units, areDots, leastZeros);
        float[] input = RandomNumbers.Make(inputs), output = new float[units];
        Random random = new(1);
        foreach (ref float value in input.AsSpan())
        {
            value = random.NextDouble() < zeros ? 0 : value;
        }

        return new CallCandidate(() => dense.Forward(input, output), output);
    }
}
