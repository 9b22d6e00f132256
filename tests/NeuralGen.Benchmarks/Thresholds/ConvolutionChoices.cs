using System.Runtime.Intrinsics;
using NeuralGen.Benchmarks.Candidates;
using NeuralGen.Benchmarks.Convolutions;
using NeuralGen.Kernels;
using NeuralGen.Kernels.Convolutions;
using NeuralGen.Kernels.Convolutions.Filters;
using NeuralGen.Kernels.Convolutions.Packed;
using NeuralGen.Kernels.Convolutions.Winograd;

namespace NeuralGen.Benchmarks.Thresholds;

/// <summary>Convolutions of one sample, about where their kernels change.</summary>
internal static unsafe class ConvolutionChoices
{
    private static int Lanes => Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    /// <summary>All of them.</summary>
    public static IEnumerable<Choice> All() => Squares().Concat(Rows()).Concat(Joined()).Concat(Filters());

    private static IEnumerable<Choice> Squares() =>
        from size in (int[])[7, 14, 28]
        from channels in (int[])[24, 32, 48, 64, 256, 512]
        where size < 28 || channels < 512
        let shape = Shape([size, size], [3, 3], channels, channels)
        from form in WinogradForm.All(shape)
        select Winograd($"3×3 {channels} @ {size}", shape, form);

    private static IEnumerable<Choice> Rows() =>
        from pixels in (int[])[16, 32]
        from channels in (int[])[24, 32, 48, 64, 96]
        let shape = Shape([pixels, pixels], [1, 3], channels, channels)
        from form in WinogradForm.All(shape)
        select Winograd($"1×3 {channels} @ {pixels}", shape, form);

    private static IEnumerable<Choice> Joined() =>
        from channels in (int[])[1, 8]
        from units in (int[])[2, 4, 6, 8, 12]
        let shape = Shape([28, 28], [3, 3], channels, units)
        let weights = Weights(shape)
        let joined = JoinedPixels.Of(weights, default, shape, Lanes, 1)
        where joined is not null
        select new Choice("neighbouring pixels joined", $"3×3 {channels} → {units} @ 28", Banded(new(weights, default, shape, Lanes), shape), Banded(joined, shape), JoinedPixels.Of(weights, default, shape, Lanes) is not null);

    private static IEnumerable<Choice> Filters() =>
        from taps in (int[])[16, 32, 64, 256]
        from units in (int[])[8, 16, 32, 130]
        let shape = ConvolutionShape.Of(new([1632], [taps], [taps / 2], [1], [0], [((1632 - taps) / (taps / 2)) + 1]), 1, 1, units, ("weights", units * taps))
        let weights = Symmetric(taps, units)
        let folded = FoldedFilters.WhereSymmetric(weights, default, shape, Lanes)
        select new Choice("symmetric filters folded", $"{units} filters of {taps}", Banded(new(weights, default, shape, Lanes), shape), Folded(folded, shape), FoldedFilters.Of(weights, default, shape, Lanes) is not null);

    private static Choice Winograd(string layer, ConvolutionShape shape, WinogradForm form)
    {
        float[] weights = Weights(shape), input = RandomNumbers.Make(shape.InputSize), output = new float[shape.OutputSize];
        WinogradConvolution winograd = WinogradConvolution.Of(weights, default, shape, Lanes, form);
        return new Choice(
            $"F({form.Rows}×{form.Columns})", layer, Banded(new(weights, default, shape, Lanes), shape),
            new CallCandidate(() => winograd.Forward(input, default, output, false), output), KernelThresholds.IsFaster(shape, form, Lanes));
    }

    private static CallCandidate Banded(BandedConvolution convolution, ConvolutionShape shape)
    {
        float[] input = RandomNumbers.Make(shape.InputSize), output = new float[shape.OutputSize], copy = new float[convolution.CopySize];
        return new CallCandidate(
            () =>
            {
                for (int band = 0; band < convolution.Bands; band++)
                {
                    convolution.Forward(convolution.Band(band), input, copy, default, output, false);
                }
            },
            output);
    }

    private static CallCandidate Folded(FoldedFilters folded, ConvolutionShape shape)
    {
        float[] input = RandomNumbers.Make(shape.InputSize), output = new float[shape.OutputSize];
        return new CallCandidate(() => folded.Forward(input, output, false), output);
    }

    private static ConvolutionShape Shape(int[] input, int[] kernel, int channels, int units)
    {
        int[] ones = [.. kernel.Select(_ => 1)];
        SpatialWindow window = new(input, kernel, ones, ones, [.. kernel.Select(taps => taps / 2)], input);
        return ConvolutionShape.Of(window, 1, channels, units, ("weights", units * channels * window.KernelSize));
    }

    private static float[] Weights(ConvolutionShape shape) => RandomNumbers.Make(shape.Units * shape.Channels * shape.Window.KernelSize);

    /// <summary>As of a spectrogram: symmetric ones, then antisymmetric ones.</summary>
    private static float[] Symmetric(int taps, int units)
    {
        float[] weights = RandomNumbers.Make(taps * units);
        for (int i = 0; i < weights.Length; i++)
        {
            int tap = i % taps;
            weights[i] = tap < taps / 2 ? weights[i] : weights[i - tap + taps - 1 - tap] * (i / taps < units / 2 ? 1 : -1);
        }

        return weights;
    }
}
