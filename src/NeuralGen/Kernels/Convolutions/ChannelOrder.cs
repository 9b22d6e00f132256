#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Convolutions;
#endif
using System.ComponentModel;

namespace NeuralGen;

/// <summary>Turns images whose channels are planes into such whose pixels hold all channels, and back.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ChannelOrder
{
    /// <summary>Makes pixels of planes: output[s,p,c] = input[s,c,p].</summary>
    /// <param name="input">[samples, channels, pixels].</param>
    /// <param name="output">[samples, pixels, channels]; overwritten.</param>
    /// <param name="channels">the number of channels.</param>
    /// <param name="pixels">the number of pixels.</param>
    /// <param name="samples">the number of samples.</param>
    /// <typeparam name="T">the values' type.</typeparam>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public static void ToChannelsLast<T>(ReadOnlySpan<T> input, Span<T> output, int channels, int pixels, int samples)
        where T : unmanaged =>
        Transpose(input, output, channels, pixels, samples);

    /// <summary>Makes planes of pixels: output[s,c,p] = input[s,p,c].</summary>
    /// <param name="input">[samples, pixels, channels].</param>
    /// <param name="output">[samples, channels, pixels]; overwritten.</param>
    /// <param name="channels">the number of channels.</param>
    /// <param name="pixels">the number of pixels.</param>
    /// <param name="samples">the number of samples.</param>
    /// <typeparam name="T">the values' type.</typeparam>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public static void ToChannelsFirst<T>(ReadOnlySpan<T> input, Span<T> output, int channels, int pixels, int samples)
        where T : unmanaged =>
        Transpose(input, output, pixels, channels, samples);

    /// <summary>Exchanges rows and columns of matrices: output[s,c,r] = input[s,r,c].</summary>
    /// <param name="input">[samples, rows, columns].</param>
    /// <param name="output">[samples, columns, rows]; overwritten.</param>
    /// <param name="rows">the number of rows.</param>
    /// <param name="columns">the number of columns.</param>
    /// <param name="samples">the number of matrices.</param>
    /// <typeparam name="T">the values' type.</typeparam>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    internal static void Transpose<T>(ReadOnlySpan<T> input, Span<T> output, int rows, int columns, int samples)
        where T : unmanaged
    {
        CheckLength(nameof(input), input.Length, samples, rows, columns);
        CheckLength(nameof(output), output.Length, samples, rows, columns);
        if (rows == 1 || columns == 1)
        {
            input.CopyTo(output);
            return;
        }

#if NET
        if (Unsafe.SizeOf<T>() == sizeof(float))
        {
            BlockedOrder.Transpose(input, output, rows, columns, samples);
            return;
        }
#endif
        int size = rows * columns;
        for (int start = 0; start < input.Length; start += size)
        {
            Transpose(input.Slice(start, size), output.Slice(start, size), rows, columns);
        }
    }

    private static void Transpose<T>(ReadOnlySpan<T> input, Span<T> output, int rows, int columns)
        where T : unmanaged
    {
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<T> values = input.Slice(row * columns, columns);
            for (int column = 0, target = row; column < values.Length; column++, target += rows)
            {
                output[target] = values[column];
            }
        }
    }

    private static void CheckLength(string name, int length, int samples, int rows, int columns)
    {
        if (length != (long)samples * rows * columns)
        {
            SpanLength.Throw(name, length, samples * rows * columns);
        }
    }
}
