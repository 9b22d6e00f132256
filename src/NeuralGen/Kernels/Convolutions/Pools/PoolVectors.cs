using System.Numerics;
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Convolutions.Pools;

/// <summary>The windows of pools with vectors along the channels. The last vector ends with the last channel and may overlap the one
/// before it.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class PoolVectors<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Computes the larger of what is there and of some pixels.</summary>
    /// <param name="input">the sample.</param>
    /// <param name="pixels">where its pixels begin.</param>
    /// <param name="count">their number: at least 1.</param>
    /// <param name="channels">the number of channels: at least a vector.</param>
    /// <param name="largest">what is there.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Max(T* input, nint* pixels, int count, int channels, T* largest)
    {
        for (int i = 0; i < channels; i += TLanes.Count)
        {
            int channel = Math.Min(i, channels - TLanes.Count);
            TVector max = TLanes.Load(largest + channel);
            for (int tap = 0; tap < count; tap++)
            {
                max = Larger(max, TLanes.Load(input + pixels[tap] + channel));
            }

            TLanes.Store(largest + channel, max);
        }
    }

    /// <summary>Finds the largest values of neighbouring windows.</summary>
    /// <param name="input">where the first of them begins.</param>
    /// <param name="taps">where its pixels lie from there.</param>
    /// <param name="count">their number: at least 1.</param>
    /// <param name="step">the distance of two windows.</param>
    /// <param name="channels">the number of channels: at least a vector.</param>
    /// <param name="output">receives [windows, channels].</param>
    /// <param name="windows">their number.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void MaxRow(T* input, nint* taps, int count, nint step, int channels, T* output, int windows)
    {
        if (count == 4)
        {
            MaxRowOfFour(input, taps, step, channels, output, windows);
            return;
        }

        for (; windows > 0; windows--, input += step, output += channels)
        {
            for (int i = 0; i < channels; i += TLanes.Count)
            {
                int channel = Math.Min(i, channels - TLanes.Count);
                TVector max = TLanes.Load(input + taps[0] + channel);
                for (int tap = 1; tap < count; tap++)
                {
                    max = Larger(max, TLanes.Load(input + taps[tap] + channel));
                }

                TLanes.Store(output + channel, max);
            }
        }
    }

    // Most windows have four pixels.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void MaxRowOfFour(T* input, nint* taps, nint step, int channels, T* output, int windows)
    {
        T* second = input + taps[1], third = input + taps[2], fourth = input + taps[3];
        input += taps[0];
        nint last = channels - TLanes.Count;
        for (nint place = 0; windows > 0; windows--, place += step, output += channels)
        {
            nint channel = 0;
            while (true)
            {
                nint from = place + channel;
                TVector left = Larger(TLanes.Load(input + from), TLanes.Load(second + from));
                TVector right = Larger(TLanes.Load(third + from), TLanes.Load(fourth + from));
                TLanes.Store(output + channel, Larger(left, right));
                if (channel == last)
                {
                    break;
                }

                channel = Math.Min(channel + TLanes.Count, last);
            }
        }
    }

    /// <summary>Adds up the values of neighbouring windows.</summary>
    /// <inheritdoc cref="MaxRow"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void SumRow(T* input, nint* taps, int count, nint step, int channels, T* output, int windows)
    {
        for (; windows > 0; windows--, input += step, output += channels)
        {
            for (int i = 0; i < channels; i += TLanes.Count)
            {
                int channel = Math.Min(i, channels - TLanes.Count);
                TLanes.Store(output + channel, Sum(input + channel, taps, count));
            }
        }
    }

    /// <summary>Adds up some pixels at equal distances.</summary>
    /// <param name="input">the first of them.</param>
    /// <param name="count">their number: at least 1.</param>
    /// <param name="step">the distance of two.</param>
    /// <param name="channels">the number of channels: at least a vector.</param>
    /// <param name="sums">added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add(T* input, int count, nint step, int channels, T* sums)
    {
        // The last vector before what it shares with others is written.
        int last = channels - TLanes.Count;
        TVector end = TLanes.Add(TLanes.Load(sums + last), Sum(input + last, count, step));
        for (int channel = 0; channel < last; channel += TLanes.Count)
        {
            TLanes.Store(sums + channel, TLanes.Add(TLanes.Load(sums + channel), Sum(input + channel, count, step)));
        }

        TLanes.Store(sums + last, end);
    }

    /// <summary>Adds each delta to the pixel that has the largest value, the first of several, or to the last NaN.</summary>
    /// <param name="input">the sample.</param>
    /// <param name="pixels">where its pixels begin.</param>
    /// <param name="count">their number: at least 1.</param>
    /// <param name="channels">the number of channels: at least a vector.</param>
    /// <param name="deltas">a delta for each channel.</param>
    /// <param name="inputDeltas">the sample's deltas: added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddToLargest(T* input, nint* pixels, int count, int channels, T* deltas, T* inputDeltas)
    {
        for (int i = 0; i < channels; i += TLanes.Count)
        {
            int channel = Math.Min(i, channels - TLanes.Count);
            TVector max = TLanes.Load(input + pixels[0] + channel), place = TLanes.Number(0);
            for (int tap = 1; tap < count; tap++)
            {
                TVector value = TLanes.Load(input + pixels[tap] + channel), isNew = Exceeds(value, max);
                max = TLanes.Select(isNew, value, max);
                place = TLanes.Select(isNew, TLanes.Number(tap), place);
            }

            // What the vector shares with the one before it has been added.
            TVector delta = TLanes.And(TLanes.LastLanes(channel + TLanes.Count - i), TLanes.Load(deltas + channel));
            for (int tap = 0; tap < count; tap++)
            {
                TVector number = TLanes.Number(tap);
                TVector isPlace = TLanes.And(TLanes.LessOrEqual(place, number), TLanes.LessOrEqual(number, place));
                T* target = inputDeltas + pixels[tap] + channel;
                TLanes.Store(target, TLanes.Add(TLanes.Load(target), TLanes.And(isPlace, delta)));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sum(T* input, nint* pixels, int count)
    {
        TVector sum = TLanes.Load(input + *pixels);
        for (int tap = 1; tap < count; tap++)
        {
            sum = TLanes.Add(sum, TLanes.Load(input + pixels[tap]));
        }

        return sum;
    }

    // Four chains, since an addition takes as many cycles.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sum(T* input, int count, nint step)
    {
        TVector first = default, second = default, third = default, fourth = default;
        for (; count >= 4; count -= 4, input += 4 * step)
        {
            first = TLanes.Add(first, TLanes.Load(input));
            second = TLanes.Add(second, TLanes.Load(input + step));
            third = TLanes.Add(third, TLanes.Load(input + (2 * step)));
            fourth = TLanes.Add(fourth, TLanes.Load(input + (3 * step)));
        }

        for (; count > 0; count--, input += step)
        {
            first = TLanes.Add(first, TLanes.Load(input));
        }

        return TLanes.Add(TLanes.Add(first, second), TLanes.Add(third, fourth));
    }

    // The first of equal ones; NaN if either is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Larger(TVector max, TVector value) =>
        TLanes.Select(TLanes.LessOrEqual(value, value), TLanes.AtLeast(value, max), value);

    // If it is larger or NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Exceeds(TVector value, TVector max) =>
        TLanes.Select(TLanes.LessOrEqual(value, value), TLanes.Less(max, value), TLanes.FirstLanes(TLanes.Count));
}
