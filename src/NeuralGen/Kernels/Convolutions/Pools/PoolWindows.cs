using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Lanes;
using NeuralGen.Kernels.Matrices.Products;

namespace NeuralGen.Kernels.Convolutions.Pools;

/// <summary>Pools and their gradients window by window, with the widest vectors that the channels fill.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class PoolWindows<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // The pixels of a window that are found at once.
    private const int MostPixels = 64;

    // So many pixels are added up, in four chains, before their sum is added to others, since long chains of additions lose digits.
    private const int MostAdded = 256;

    [SkipLocalsInit]
    public static void Max(ReadOnlySpan<T> input, Span<T> output, in PoolShape shape)
    {
        nint* taps = stackalloc nint[PoolRows<T>.Room], pixels = stackalloc nint[MostPixels];
        PoolRows<T> rows = new(shape, new Span<nint>(taps, PoolRows<T>.Room));
        int width = shape.Window.Width.Output;
        fixed (T* source = input, target = output)
        {
            for (int row = 0; row < shape.OutputRows / width; row++)
            {
                bool isTaken = rows.MoveNext();
                if (isTaken)
                {
                    rows.Max(source, target + shape.OutputStart((row * width) + rows.First));
                }

                for (int x = isTaken && rows.First == 0 ? rows.End : 0; x < width; x++)
                {
                    x = isTaken && x == rows.First ? rows.End : x;
                    if (x < width)
                    {
                        Max(source, pixels, (row * width) + x, shape, output);
                    }
                }
            }
        }
    }

    [SkipLocalsInit]
    public static void Average(ReadOnlySpan<T> input, Span<T> output, in PoolShape shape, bool countPadding)
    {
        nint* taps = stackalloc nint[PoolRows<T>.Room];
        PoolRows<T> rows = new(shape, new Span<nint>(taps, PoolRows<T>.Room));
        int width = shape.Window.Width.Output;
        fixed (T* source = input, target = output)
        {
            for (int row = 0; row < shape.OutputRows / width; row++)
            {
                bool isTaken = rows.MoveNext();
                if (isTaken)
                {
                    int first = (row * width) + rows.First;
                    rows.Sum(source, target + shape.OutputStart(first));
                    Divide(output, first, rows.End - rows.First, shape, countPadding);
                }

                for (int x = 0; x < width; x++)
                {
                    x = isTaken && x == rows.First ? rows.End : x;
                    if (x < width)
                    {
                        Add(source, (row * width) + x, shape, output);
                        Divide(output, (row * width) + x, 1, shape, countPadding);
                    }
                }
            }
        }
    }

    /// <summary>The largest values of one window, which may reach beyond the input.</summary>
    private static void Max(T* source, nint* pixels, int pixel, in PoolShape shape, Span<T> output)
    {
        Span<T> largest = output.Slice(shape.OutputStart(pixel), shape.Channels);
        largest.Fill(T.NegativeInfinity);
        fixed (T* target = largest)
        {
            TapEnumerator taps = shape.Taps(pixel).GetEnumerator();
            for (int count = Take(ref taps, pixel, shape, pixels, MostPixels); count != 0; count = Take(ref taps, pixel, shape, pixels, MostPixels))
            {
                Max(source, pixels, count, shape.Channels, target);
            }
        }
    }

    /// <summary>The sums of one window, which may reach beyond the input.</summary>
    private static void Add(T* source, int pixel, in PoolShape shape, Span<T> output)
    {
        Span<T> sums = output.Slice(shape.OutputStart(pixel), shape.Channels);
        sums.Clear();
        fixed (T* target = sums)
        {
            PixelRuns runs = new(shape.Window, pixel);
            nint step = runs.Step * (nint)shape.Channels;
            while (runs.MoveNext())
            {
                for (int done = 0; done < runs.Count; done += MostAdded)
                {
                    Add(source + (runs.First * (nint)shape.Channels) + (done * step), Math.Min(MostAdded, runs.Count - done), step, shape.Channels, target);
                }
            }
        }
    }

    /// <summary>Divides the sums of windows that have as many values as the first of them.</summary>
    private static void Divide(Span<T> output, int first, int count, in PoolShape shape, bool countPadding)
    {
        int divisor = shape.Divisor(first, countPadding);
        if (divisor > 1)
        {
            DenseLoops.Divide(output.Slice(shape.OutputStart(first), count * shape.Channels), T.CreateTruncating(divisor));
        }
    }

    public static void AverageGradient(ReadOnlySpan<T> deltas, Span<T> inputDeltas, in PoolShape shape, bool countPadding)
    {
        fixed (T* delta = deltas, target = inputDeltas)
        {
            for (int row = 0; row < shape.OutputRows; row++)
            {
                T share = T.One / T.CreateTruncating(Math.Max(1, shape.Divisor(row, countPadding)));
                foreach ((_, int pixel) in shape.Taps(row))
                {
                    OuterProduct.Add(&share, 1, delta + shape.OutputStart(row), shape.Channels, target + shape.InputStart(row, pixel));
                }
            }
        }
    }

    public static void MaxGradient(ReadOnlySpan<T> input, ReadOnlySpan<T> deltas, Span<T> inputDeltas, in PoolShape shape)
    {
        nint[] room = ArrayPool<nint>.Shared.Rent(shape.Window.KernelSize);
        fixed (T* source = input, delta = deltas, target = inputDeltas)
        fixed (nint* pixels = room)
        {
            for (int row = 0; row < shape.OutputRows; row++)
            {
                TapEnumerator taps = shape.Taps(row).GetEnumerator();
                int count = Take(ref taps, row, shape, pixels, room.Length);
                if (count != 0)
                {
                    AddToLargest(source, pixels, count, shape.Channels, delta + shape.OutputStart(row), target);
                }
            }
        }

        ArrayPool<nint>.Shared.Return(room);
    }

    private static int Take(ref TapEnumerator taps, int row, in PoolShape shape, nint* pixels, int most)
    {
        int count = 0;
        while (count < most && taps.MoveNext())
        {
            pixels[count++] = shape.InputStart(row, taps.Current.Pixel);
        }

        return count;
    }

    private static void Max(T* input, nint* pixels, int count, int channels, T* largest)
    {
        if (Vector512.IsHardwareAccelerated && channels >= Vector512<T>.Count)
        {
            PoolVectors<Lanes512<T>, Vector512<T>, T>.Max(input, pixels, count, channels, largest);
        }
        else if (Vector256.IsHardwareAccelerated && channels >= Vector256<T>.Count)
        {
            PoolVectors<Lanes256<T>, Vector256<T>, T>.Max(input, pixels, count, channels, largest);
        }
        else if (Vector128.IsHardwareAccelerated && channels >= Vector128<T>.Count)
        {
            PoolVectors<Lanes128<T>, Vector128<T>, T>.Max(input, pixels, count, channels, largest);
        }
        else
        {
            PoolVectors<ScalarLanes<T>, T, T>.Max(input, pixels, count, channels, largest);
        }
    }

    private static void Add(T* input, int count, nint step, int channels, T* sums)
    {
        if (Vector512.IsHardwareAccelerated && channels >= Vector512<T>.Count)
        {
            PoolVectors<Lanes512<T>, Vector512<T>, T>.Add(input, count, step, channels, sums);
        }
        else if (Vector256.IsHardwareAccelerated && channels >= Vector256<T>.Count)
        {
            PoolVectors<Lanes256<T>, Vector256<T>, T>.Add(input, count, step, channels, sums);
        }
        else if (Vector128.IsHardwareAccelerated && channels >= Vector128<T>.Count)
        {
            PoolVectors<Lanes128<T>, Vector128<T>, T>.Add(input, count, step, channels, sums);
        }
        else
        {
            PoolVectors<ScalarLanes<T>, T, T>.Add(input, count, step, channels, sums);
        }
    }

    private static void AddToLargest(T* input, nint* pixels, int count, int channels, T* deltas, T* inputDeltas)
    {
        if (Vector512.IsHardwareAccelerated && channels >= Vector512<T>.Count)
        {
            PoolVectors<Lanes512<T>, Vector512<T>, T>.AddToLargest(input, pixels, count, channels, deltas, inputDeltas);
        }
        else if (Vector256.IsHardwareAccelerated && channels >= Vector256<T>.Count)
        {
            PoolVectors<Lanes256<T>, Vector256<T>, T>.AddToLargest(input, pixels, count, channels, deltas, inputDeltas);
        }
        else if (Vector128.IsHardwareAccelerated && channels >= Vector128<T>.Count)
        {
            PoolVectors<Lanes128<T>, Vector128<T>, T>.AddToLargest(input, pixels, count, channels, deltas, inputDeltas);
        }
        else
        {
            PoolVectors<ScalarLanes<T>, T, T>.AddToLargest(input, pixels, count, channels, deltas, inputDeltas);
        }
    }
}
