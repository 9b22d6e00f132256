using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralGen.Benchmarks.Models;

/// <summary>What one core can do at most: the two lines of a roofline.</summary>
internal static unsafe class MachineLimits
{
    private const int Calls = 30;
    private const int Rounds = 20_000;
    private const int Chains = 12;
    private const long BytesPerCall = 1 << 24;

    /// <summary>Multiply-adds of single precision in a nanosecond, with the vectors that the runtime uses.</summary>
    public static double MultiplyAdds()
    {
        double best = Best(Rounds, out int lanes);
        return (double)Rounds * Chains * lanes / best;
    }

    /// <summary>Bytes in a nanosecond that are read from memory of a size, again and again.</summary>
    /// <param name="bytes">the size.</param>
    public static double Bandwidth(long bytes)
    {
        float[] values = GC.AllocateArray<float>((int)(Math.Max(bytes, 4096) / sizeof(float)), pinned: true);
        int repeats = (int)Math.Max(1, BytesPerCall / bytes);
        float* first = (float*)Unsafe.AsPointer(ref values[0]);
        first = (float*)(((nint)first + 63) & -64);
        int length = (values.Length - 16) & -128;
        double best = double.MaxValue;
        float sum = 0;
        for (int call = 0; call < Calls; call++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int repeat = 0; repeat < repeats; repeat++)
            {
                sum += Vector512.IsHardwareAccelerated ? Read512(first, length) : Read256(first, length);
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }

        GC.KeepAlive(sum);
        return (double)repeats * length * sizeof(float) / best;
    }

    private static double Best(int rounds, out int lanes)
    {
        lanes = Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector256<float>.Count;
        double best = double.MaxValue;
        float sum = 0;
        for (int call = 0; call < Calls; call++)
        {
            long start = Stopwatch.GetTimestamp();
            sum += Vector512.IsHardwareAccelerated ? Multiply512(rounds) : Multiply256(rounds);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }

        GC.KeepAlive(sum);
        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Multiply512(int rounds)
    {
        Vector512<float> factor = Vector512.Create(0.999f), a = factor, b = factor, c = factor, d = factor, e = factor, f = factor;
        Vector512<float> g = factor, h = factor, i = factor, j = factor, k = factor, l = factor;
        for (; rounds > 0; rounds--)
        {
            a = Vector512.FusedMultiplyAdd(a, factor, factor);
            b = Vector512.FusedMultiplyAdd(b, factor, factor);
            c = Vector512.FusedMultiplyAdd(c, factor, factor);
            d = Vector512.FusedMultiplyAdd(d, factor, factor);
            e = Vector512.FusedMultiplyAdd(e, factor, factor);
            f = Vector512.FusedMultiplyAdd(f, factor, factor);
            g = Vector512.FusedMultiplyAdd(g, factor, factor);
            h = Vector512.FusedMultiplyAdd(h, factor, factor);
            i = Vector512.FusedMultiplyAdd(i, factor, factor);
            j = Vector512.FusedMultiplyAdd(j, factor, factor);
            k = Vector512.FusedMultiplyAdd(k, factor, factor);
            l = Vector512.FusedMultiplyAdd(l, factor, factor);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Multiply256(int rounds)
    {
        Vector256<float> factor = Vector256.Create(0.999f), a = factor, b = factor, c = factor, d = factor, e = factor, f = factor;
        Vector256<float> g = factor, h = factor, i = factor, j = factor, k = factor, l = factor;
        for (; rounds > 0; rounds--)
        {
            a = Vector256.FusedMultiplyAdd(a, factor, factor);
            b = Vector256.FusedMultiplyAdd(b, factor, factor);
            c = Vector256.FusedMultiplyAdd(c, factor, factor);
            d = Vector256.FusedMultiplyAdd(d, factor, factor);
            e = Vector256.FusedMultiplyAdd(e, factor, factor);
            f = Vector256.FusedMultiplyAdd(f, factor, factor);
            g = Vector256.FusedMultiplyAdd(g, factor, factor);
            h = Vector256.FusedMultiplyAdd(h, factor, factor);
            i = Vector256.FusedMultiplyAdd(i, factor, factor);
            j = Vector256.FusedMultiplyAdd(j, factor, factor);
            k = Vector256.FusedMultiplyAdd(k, factor, factor);
            l = Vector256.FusedMultiplyAdd(l, factor, factor);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Read512(float* values, int length)
    {
        Vector512<float> a = default, b = default, c = default, d = default;
        for (float* end = values + length; values < end; values += 64)
        {
            a += Vector512.Load(values);
            b += Vector512.Load(values + 16);
            c += Vector512.Load(values + 32);
            d += Vector512.Load(values + 48);
        }

        return Vector512.Sum(a + b + c + d);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Read256(float* values, int length)
    {
        Vector256<float> a = default, b = default, c = default, d = default;
        for (float* end = values + length; values < end; values += 32)
        {
            a += Vector256.Load(values);
            b += Vector256.Load(values + 8);
            c += Vector256.Load(values + 16);
            d += Vector256.Load(values + 24);
        }

        return Vector256.Sum(a + b + c + d);
    }
}
