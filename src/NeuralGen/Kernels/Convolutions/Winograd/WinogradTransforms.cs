using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Convolutions.Winograd;

/// <summary>What goes into the products of a tile, and what comes out of them, a vector of channels or units at a time.</summary>
/// <remarks>Where these do not fill whole vectors the last one ends with the last of them and overlaps the one before it.</remarks>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
internal static unsafe class WinogradTransforms<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : unmanaged
{
    /// <summary>Transforms tiles of 4 × 4 inputs.</summary>
    /// <param name="pixels">where the pixels of the tile lie.</param>
    /// <param name="channels">the number of channels, at least the lanes of a vector.</param>
    /// <param name="target">receives the channels of each value of the tile.</param>
    /// <param name="step">the distance of two of these.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Input2(float** pixels, int channels, float* target, nint step)
    {
        TVector* rows = stackalloc TVector[16];
        for (int channel = 0; channel < channels; channel = Next(channel, channels))
        {
            for (int x = 0; x < 4; x++)
            {
                TVector d0 = TLanes.Load(pixels[x] + channel), d1 = TLanes.Load(pixels[4 + x] + channel);
                TVector d2 = TLanes.Load(pixels[8 + x] + channel), d3 = TLanes.Load(pixels[12 + x] + channel);
                rows[x] = TLanes.Subtract(d0, d2);
                rows[4 + x] = TLanes.Add(d1, d2);
                rows[8 + x] = TLanes.Subtract(d2, d1);
                rows[12 + x] = TLanes.Subtract(d1, d3);
            }

            float* value = target + channel;
            for (int y = 0; y < 4; y++)
            {
                TVector* row = rows + (4 * y);
                TLanes.Store(value, TLanes.Subtract(row[0], row[2]));
                TLanes.Store(value + step, TLanes.Add(row[1], row[2]));
                TLanes.Store(value + (2 * step), TLanes.Subtract(row[2], row[1]));
                TLanes.Store(value + (3 * step), TLanes.Subtract(row[1], row[3]));
                value += 4 * step;
            }
        }
    }

    /// <summary>Transforms tiles of 6 × 6 inputs.</summary>
    /// <inheritdoc cref="Input2"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Input4(float** pixels, int channels, float* target, nint step)
    {
        TVector* rows = stackalloc TVector[36];
        for (int channel = 0; channel < channels; channel = Next(channel, channels))
        {
            for (int x = 0; x < 6; x++)
            {
                Six(
                    TLanes.Load(pixels[x] + channel), TLanes.Load(pixels[6 + x] + channel), TLanes.Load(pixels[12 + x] + channel),
                    TLanes.Load(pixels[18 + x] + channel), TLanes.Load(pixels[24 + x] + channel), TLanes.Load(pixels[30 + x] + channel),
                    (float*)(rows + x), 6 * TLanes.Count);
            }

            for (int y = 0; y < 6; y++)
            {
                TVector* row = rows + (6 * y);
                Six(row[0], row[1], row[2], row[3], row[4], row[5], target + channel + (6 * y * step), step);
            }
        }
    }

    /// <summary>Transforms tiles of 6 inputs in a row or column.</summary>
    /// <inheritdoc cref="Input2"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void InputRow(float** pixels, int channels, float* target, nint step)
    {
        for (int channel = 0; channel < channels; channel = Next(channel, channels))
        {
            Six(
                TLanes.Load(pixels[0] + channel), TLanes.Load(pixels[1] + channel), TLanes.Load(pixels[2] + channel),
                TLanes.Load(pixels[3] + channel), TLanes.Load(pixels[4] + channel), TLanes.Load(pixels[5] + channel),
                target + channel, step);
        }
    }

    /// <summary>Makes tiles of 2 × 2 outputs of what the products gave.</summary>
    /// <param name="source">the units of each value of the tile.</param>
    /// <param name="step">the distance of two of these.</param>
    /// <param name="units">the number of units, at least the lanes of a vector.</param>
    /// <param name="pixels">where the pixels of the outputs lie.</param>
    /// <param name="added">what is added to each pixel, or nothing.</param>
    /// <param name="bias">what is added to each unit.</param>
    /// <param name="isRelu">whether negative results become 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Output2(float* source, nint step, int units, float** pixels, float** added, float* bias, bool isRelu)
    {
        TVector* rows = stackalloc TVector[8];
        for (int unit = 0; unit < units; unit = Next(unit, units))
        {
            for (int x = 0; x < 4; x++)
            {
                float* value = source + unit + (x * step);
                TVector m1 = TLanes.Load(value + (4 * step)), m2 = TLanes.Load(value + (8 * step));
                rows[x] = TLanes.Add(TLanes.Load(value), TLanes.Add(m1, m2));
                rows[4 + x] = TLanes.Subtract(TLanes.Subtract(m1, m2), TLanes.Load(value + (12 * step)));
            }

            TVector start = TLanes.Load(bias + unit);
            for (int y = 0; y < 2; y++)
            {
                TVector* row = rows + (4 * y);
                Write(pixels, added, 2 * y, unit, TLanes.Add(start, TLanes.Add(row[0], TLanes.Add(row[1], row[2]))), isRelu);
                Write(pixels, added, (2 * y) + 1, unit, TLanes.Add(start, TLanes.Subtract(TLanes.Subtract(row[1], row[2]), row[3])), isRelu);
            }
        }
    }

    /// <summary>Makes tiles of 4 × 4 outputs of what the products gave.</summary>
    /// <inheritdoc cref="Output2"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Output4(float* source, nint step, int units, float** pixels, float** added, float* bias, bool isRelu)
    {
        TVector* rows = stackalloc TVector[24];
        TVector* results = stackalloc TVector[4];
        TVector zero = default;
        for (int unit = 0; unit < units; unit = Next(unit, units))
        {
            for (int x = 0; x < 6; x++)
            {
                float* value = source + unit + (x * step);
                TVector m1 = TLanes.Load(value + (6 * step)), m2 = TLanes.Load(value + (12 * step));
                TVector m3 = TLanes.Load(value + (18 * step)), m4 = TLanes.Load(value + (24 * step));
                Four(zero, TLanes.Load(value), m1, m2, m3, m4, TLanes.Load(value + (30 * step)), rows + x, 6);
            }

            TVector start = TLanes.Load(bias + unit);
            for (int y = 0; y < 4; y++)
            {
                TVector* row = rows + (6 * y);
                Four(start, row[0], row[1], row[2], row[3], row[4], row[5], results, 1);
                for (int x = 0; x < 4; x++)
                {
                    Write(pixels, added, (4 * y) + x, unit, results[x], isRelu);
                }
            }
        }
    }

    /// <summary>Makes tiles of 4 outputs in a row or column of what the products gave.</summary>
    /// <inheritdoc cref="Output2"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void OutputRow(float* source, nint step, int units, float** pixels, float** added, float* bias, bool isRelu)
    {
        TVector* results = stackalloc TVector[4];
        for (int unit = 0; unit < units; unit = Next(unit, units))
        {
            float* value = source + unit;
            Four(
                TLanes.Load(bias + unit), TLanes.Load(value), TLanes.Load(value + step), TLanes.Load(value + (2 * step)), TLanes.Load(value + (3 * step)),
                TLanes.Load(value + (4 * step)), TLanes.Load(value + (5 * step)), results, 1);
            for (int pixel = 0; pixel < 4; pixel++)
            {
                Write(pixels, added, pixel, unit, results[pixel], isRelu);
            }
        }
    }

    // The first lane of the vector behind one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Next(int place, int end)
    {
        int next = place + TLanes.Count, last = end - TLanes.Count;
        return next < end && next > last ? last : next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Six(TVector d0, TVector d1, TVector d2, TVector d3, TVector d4, TVector d5, float* target, nint step)
    {
        TVector four = TLanes.Number(4), five = TLanes.Number(-5), two = TLanes.Number(2), minusFour = TLanes.Number(-4);
        TVector even = TLanes.MultiplyAdd(minusFour, d2, d4), odd = TLanes.MultiplyAdd(minusFour, d1, d3);
        TLanes.Store(target, TLanes.MultiplyAdd(four, d0, TLanes.MultiplyAdd(five, d2, d4)));
        TLanes.Store(target + step, TLanes.Add(even, odd));
        TLanes.Store(target + (2 * step), TLanes.Subtract(even, odd));
        TVector difference = TLanes.Subtract(d4, d2), double1 = TLanes.Multiply(two, TLanes.Subtract(d3, d1));
        TLanes.Store(target + (3 * step), TLanes.Add(difference, double1));
        TLanes.Store(target + (4 * step), TLanes.Subtract(difference, double1));
        TLanes.Store(target + (5 * step), TLanes.MultiplyAdd(four, d1, TLanes.MultiplyAdd(five, d3, d5)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(TVector start, TVector m0, TVector m1, TVector m2, TVector m3, TVector m4, TVector m5, TVector* target, nint step)
    {
        TVector sum = TLanes.Add(m1, m2), difference = TLanes.Subtract(m1, m2), far = TLanes.Add(m3, m4), farDifference = TLanes.Subtract(m3, m4);
        target[0] = TLanes.Add(start, TLanes.Add(m0, TLanes.Add(sum, far)));
        target[step] = TLanes.Add(start, TLanes.MultiplyAdd(TLanes.Number(2), farDifference, difference));
        target[2 * step] = TLanes.Add(start, TLanes.MultiplyAdd(TLanes.Number(4), far, sum));
        target[3 * step] = TLanes.Add(start, TLanes.Add(m5, TLanes.MultiplyAdd(TLanes.Number(8), farDifference, difference)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(float** pixels, float** added, int pixel, int unit, TVector value, bool isRelu)
    {
        if (added != null)
        {
            value = TLanes.Add(value, TLanes.Load(added[pixel] + unit));
        }

        TLanes.Store(pixels[pixel] + unit, isRelu ? TLanes.AtLeast(default, value) : value);
    }
}
