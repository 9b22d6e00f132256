using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralGen.Kernels.Convolutions.Packed;

/// <summary>Copies pixels to where they lie closer together.</summary>
internal static unsafe class PixelCopy
{
    // So many are copied before the framework's copy has decided how.
    private const int FewValues = 256;

    /// <summary>Copies some values of each pixel.</summary>
    /// <param name="source">the first value of the first pixel.</param>
    /// <param name="sourcePixel">the distance of two pixels there.</param>
    /// <param name="pixels">the number of pixels.</param>
    /// <param name="values">how many values of each.</param>
    /// <param name="target">receives them.</param>
    /// <param name="targetPixel">the distance of two pixels there.</param>
    public static void Copy(float* source, nint sourcePixel, int pixels, int values, float* target, nint targetPixel)
    {
        if (values == sourcePixel && values == targetPixel)
        {
            if (pixels * values is >= 8 and <= FewValues)
            {
                CopyFew(source, pixels * values, target);
                return;
            }

            new ReadOnlySpan<float>(source, pixels * values).CopyTo(new Span<float>(target, pixels * values));
        }
        else
        {
            CopyPixels(source, sourcePixel, pixels, values, target, targetPixel);
        }
    }

    // The last vector ends with the last value, and may overlap the one before it.
    private static void CopyFew(float* source, int values, float* target)
    {
        int last = values - Vector256<float>.Count;
        for (int i = 0; i < last; i += Vector256<float>.Count)
        {
            Vector256.Load(source + i).Store(target + i);
        }

        Vector256.Load(source + last).Store(target + last);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void CopyPixels(float* source, nint sourcePixel, int pixels, int values, float* target, nint targetPixel)
    {
        int whole = values & -Vector256<float>.Count;
        for (; pixels > 0; pixels--, source += sourcePixel, target += targetPixel)
        {
            int i = 0;
            for (; i < whole; i += Vector256<float>.Count)
            {
                Vector256.Load(source + i).Store(target + i);
            }

            for (; i < values; i++)
            {
                target[i] = source[i];
            }
        }
    }
}
