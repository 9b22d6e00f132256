using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralGen.Kernels.Convolutions.Packed;

/// <summary>Copies pixels to where they lie closer together.</summary>
internal static unsafe class PixelCopy
{
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
            new ReadOnlySpan<float>(source, pixels * values).CopyTo(new Span<float>(target, pixels * values));
        }
        else
        {
            CopyPixels(source, sourcePixel, pixels, values, target, targetPixel);
        }
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
