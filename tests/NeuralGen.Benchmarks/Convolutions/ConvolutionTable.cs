using System.Globalization;
using NeuralGen.Benchmarks.Candidates;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.Convolutions;

/// <summary>The command <c>convolutions</c>: layers with packed weights beside dense layers that multiply as many numbers, and beside the passes of training,
/// whose weights are not packed.</summary>
internal static class ConvolutionTable
{
    private static readonly ConvolutionLayer[] Layers =
    [
        new(3, 32, 32, 56), new(3, 64, 64, 56), new(3, 128, 128, 28), new(3, 256, 256, 14), new(3, 512, 512, 7),
        new(1, 32, 32, 56), new(1, 64, 64, 56), new(1, 128, 128, 28), new(1, 24, 96, 28), new(1, 96, 24, 28),
        new(3, 3, 32, 112), new(3, 8, 16, 14), new(3, 1, 8, 28), new(3, 20, 20, 20),
        new(3, 96, 96, 28, 96), new(5, 96, 96, 28, 96), new(3, 512, 512, 14, 512),
    ];

    /// <summary>Prints the table.</summary>
    public static int Run()
    {
        Console.WriteLine($"{Machine.Description}\n");
        Console.WriteLine(MarkdownTable.Header(["layer", "µs", "GFLOP/s", "dense GFLOP/s", "ratio", "forward in training", "gradient by input", "by weights"]));
        foreach (ConvolutionLayer layer in Layers)
        {
            Console.WriteLine(Row(layer));
        }

        return 0;
    }

    // A depthwise layer has no dense one beside it.
    private static string Row(ConvolutionLayer layer)
    {
        List<ICandidate> candidates = [new ConvolutionCandidate(layer), .. UnpackedConvolution.Passes(layer)];
        if (layer.Groups == 1)
        {
            candidates.Add(new DenseProduct(layer));
        }

        Measurement[] times = InterleavedTiming.Measure(candidates, TimingEffort.Quick);
        double speed = layer.Operations / times[0].Minimum, dense = layer.Operations / times[^1].Minimum;
        return MarkdownTable.Row(
        [
            layer.Name,
            Figures.ThreeDigits(times[0].Minimum / 1000),
            Figures.ThreeDigits(speed),
            layer.Groups == 1 ? Figures.ThreeDigits(dense) : Figures.None,
            layer.Groups == 1 ? (speed / dense).ToString("0 %", CultureInfo.InvariantCulture) : Figures.None,
            .. times[1..4].Select(time => Figures.ThreeDigits(layer.Operations / time.Minimum)),
        ]);
    }
}
