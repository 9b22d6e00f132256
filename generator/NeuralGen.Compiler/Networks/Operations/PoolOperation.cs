using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>The largest value under a window, or their mean, channel by channel.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor it reads.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Pool">What it takes.</param>
/// <param name="Window">How the window slides.</param>
/// <param name="Channels">How many channels there are.</param>
/// <param name="CountsPadding">Whether a mean counts padding as zeros; a maximum never sees it.</param>
internal sealed record PoolOperation(
    string Layer, EquatableArray<int> Inputs, int Output, PoolKind Pool, Window Window, int Channels, bool CountsPadding)
    : Operation(Layer, Inputs, Output)
{
    /// <summary>Whether the channels of a pixel are neighbours.</summary>
    public bool AreChannelsLast { get; init; }

    /// <summary>The layers before it that only add padding, which it has taken over.</summary>
    public EquatableArray<string> FoldedLayers { get; init; }

    /// <inheritdoc/>
    public override string Kind => Pool == PoolKind.Max ? "max_pool" : "average_pool";

    /// <summary>How many values it looks at, those under several positions of the window as often.</summary>
    public long Reads => (long)Channels * Window.OutputPixels * Window.Taps;

    /// <summary>Where the input's values lie.</summary>
    public PixelOrder InputOrder => new(Channels, Window.InputPixels, AreChannelsLast);

    /// <summary>Where the output's values lie.</summary>
    public PixelOrder OutputOrder => new(Channels, Window.OutputPixels, AreChannelsLast);

    /// <summary>The pixels under the window at a position.</summary>
    /// <param name="pixel">The position.</param>
    /// <param name="sources">The pixels that the taps read.</param>
    public IEnumerable<int> Pixels(int pixel, int[] sources)
    {
        int taps = Window.Taps;
        for (int tap = 0; tap < taps; tap++)
        {
            if (sources[(pixel * taps) + tap] is >= 0 and var source)
            {
                yield return source;
            }
        }
    }

    /// <summary>By what the sum of the values under the window is divided.</summary>
    /// <param name="pixel">The position of the window.</param>
    /// <param name="sources">The pixels that the taps read.</param>
    public int Divisor(int pixel, int[] sources)
    {
        if (!CountsPadding)
        {
            return Math.Max(1, Pixels(pixel, sources).Count());
        }

        // Padding counts, but not what a position rounded up reaches beyond it.
        int divisor = 1;
        int rest = pixel;
        for (int i = Window.Axes.Count - 1; i >= 0; i--)
        {
            WindowAxis axis = Window.Axes[i];
            int position = rest % axis.Output;
            rest /= axis.Output;
            int end = Math.Min(axis.Input + axis.PaddingAfter, axis.Source(position, 0) + (int)axis.Extent);
            divisor *= ((end - axis.Source(position, 0) - 1) / axis.Dilation) + 1;
        }

        return divisor;
    }

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => Evaluate(inputs, new Rounding(Precision.Double));

    /// <inheritdoc/>
    [MethodImpl(ColdBuild.Optimized)]
    public override double[] Evaluate(double[][] inputs, Rounding rounding)
    {
        int[] sources = Window.Sources();
        double[] output = new double[Channels * Window.OutputPixels];
        for (int pixel = 0; pixel < Window.OutputPixels; pixel++)
        {
            int[] pixels = [.. Pixels(pixel, sources)];
            int divisor = Divisor(pixel, sources);
            for (int channel = 0; channel < Channels; channel++)
            {
                double[] values = [.. pixels.Select(source => inputs[0][InputOrder.At(channel, source)])];
                output[OutputOrder.At(channel, pixel)] = Pool == PoolKind.Average ? rounding.Of(rounding.Sum(values) / divisor)
                    : values.Any(double.IsNaN) ? double.NaN
                    : values.Max();
            }
        }

        return output;
    }

    /// <inheritdoc/>
    public override bool[] NeededInputs(int input, int size, bool[] needed)
    {
        if (size > MostExactElements)
        {
            return base.NeededInputs(input, size, needed);
        }

        bool[] result = new bool[size];
        int[] sources = Window.Sources();
        for (int pixel = 0; pixel < Window.OutputPixels; pixel++)
        {
            for (int channel = 0; channel < Channels; channel++)
            {
                foreach (int source in needed[OutputOrder.At(channel, pixel)] ? Pixels(pixel, sources) : [])
                {
                    result[InputOrder.At(channel, source)] = true;
                }
            }
        }

        return result;
    }
}
