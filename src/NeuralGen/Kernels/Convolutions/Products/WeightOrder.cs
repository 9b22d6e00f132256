using System.Numerics;

namespace NeuralGen.Kernels.Convolutions.Products;

/// <summary>Weights in other orders than PyTorch's, in which the channels of a tap follow each other.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal static class WeightOrder<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Copies weights for products with patches: group by group [taps, channels, units].</summary>
    /// <param name="weights">[units, channels, taps].</param>
    /// <param name="shape">the convolution.</param>
    /// <param name="columns">receives them.</param>
    public static void CopyByColumns(ReadOnlySpan<T> weights, in ConvolutionShape shape, Span<T> columns)
    {
        int taps = shape.Window.KernelSize, channels = shape.GroupChannels, units = shape.GroupUnits, size = taps * channels * units;
        for (int unit = 0, weight = 0; unit < shape.Units; unit++)
        {
            int start = (unit / units * size) + (unit % units);
            for (int channel = 0; channel < channels; channel++)
            {
                for (int tap = 0; tap < taps; tap++, weight++)
                {
                    columns[start + (((tap * channels) + channel) * units)] = weights[weight];
                }
            }
        }
    }

    /// <summary>Copies weights for products with deltas: [units, taps, channels].</summary>
    /// <param name="weights">[units, channels, taps].</param>
    /// <param name="shape">the convolution.</param>
    /// <param name="rows">receives them.</param>
    public static void CopyByRows(ReadOnlySpan<T> weights, in ConvolutionShape shape, Span<T> rows)
    {
        int taps = shape.Window.KernelSize, channels = shape.GroupChannels, weight = 0;
        for (int unit = 0; unit < shape.Units; unit++)
        {
            Span<T> row = rows.Slice(unit * taps * channels, taps * channels);
            for (int channel = 0; channel < channels; channel++)
            {
                for (int tap = 0; tap < taps; tap++, weight++)
                {
                    row[(tap * channels) + channel] = weights[weight];
                }
            }
        }
    }

    /// <summary>Adds a gradient in that order to one in PyTorch's.</summary>
    /// <param name="rows">[units, taps, channels].</param>
    /// <param name="shape">the convolution.</param>
    /// <param name="gradient">[units, channels, taps]: added to.</param>
    public static void AddRows(ReadOnlySpan<T> rows, in ConvolutionShape shape, Span<T> gradient)
    {
        int taps = shape.Window.KernelSize, channels = shape.GroupChannels, weight = 0;
        for (int unit = 0; unit < shape.Units; unit++)
        {
            ReadOnlySpan<T> row = rows.Slice(unit * taps * channels, taps * channels);
            for (int channel = 0; channel < channels; channel++)
            {
                for (int tap = 0; tap < taps; tap++, weight++)
                {
                    gradient[weight] += row[(tap * channels) + channel];
                }
            }
        }
    }
}
