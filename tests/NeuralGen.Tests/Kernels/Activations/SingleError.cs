namespace NeuralGen.Tests.Kernels;

/// <summary>Measures errors in units in the last place of the exact value as a float.</summary>
internal static class SingleError
{
    /// <summary>Measures one result; infinity for one that is wrong rather than inexact.</summary>
    public static double Of(float result, double exact)
    {
        if (double.IsNaN(exact) || float.IsNaN(result))
        {
            return double.IsNaN(exact) && float.IsNaN(result) ? 0 : double.PositiveInfinity;
        }

        if (exact == 0)
        {
            return result == 0 && float.IsNegative(result) == double.IsNegative(exact) ? 0 : double.PositiveInfinity;
        }

        // Beyond the largest number counts as the next power of two.
        double value = float.IsInfinity(result) ? Math.CopySign(Math.ScaleB(1, 128), result) : result;
        double limited = Math.Abs(exact) > Math.ScaleB(1, 128) ? Math.CopySign(Math.ScaleB(1, 128), exact) : exact;
        return Math.Abs(value - limited) / Math.ScaleB(1, Math.Clamp(Math.ILogB(limited), -126, 127) - 23);
    }
}
