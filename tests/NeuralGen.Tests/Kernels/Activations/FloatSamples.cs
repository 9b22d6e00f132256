namespace NeuralGen.Tests.Kernels;

/// <summary>Numbers from all over the single-precision range.</summary>
internal static class FloatSamples
{
    private static readonly float[] Corners =
    [
        0, float.Epsilon, 1.17549435e-38f, 1e-20f, 1e-4f, 0.34f, 0.34657359f, 0.5f, 0.625f, 0.707106781f, 0.875f, 1, 1.2374369f, 1.41421356f, 2, 3, 4,
        5.656854f, 6, 8, 9, 10, 16.6355f, 17.33f, 18, 20, 24, 87.33655f, 88, 88.37626f, 88.72284f, 89, 103.27893f, 103.97208f, 104, 150,
        1e6f, 1.8e19f, 1.7e38f, float.MaxValue,
    ];

    /// <summary>Gets NaNs with different bits; functions must give a NaN back.</summary>
    public static float[] NotNumbers { get; } =
        [float.NaN, -float.NaN, .. new[] { 0x7FC00001, 0x7FC00002, 0x7FFFFFFF, 0x7FC12345, unchecked((int)0xFFFFFFFF) }.Select(BitConverter.Int32BitsToSingle)];

    /// <summary>Makes numbers at equal distances in their bits, and all numbers around the corners of the functions.</summary>
    /// <param name="stride">the distance of the bits.</param>
    public static float[] Make(uint stride)
    {
        List<float> samples = [];
        for (ulong bits = 0; bits < 1UL << 32; bits += stride)
        {
            samples.Add(BitConverter.UInt32BitsToSingle((uint)bits));
        }

        foreach (float corner in Corners)
        {
            for (int step = -500; step <= 500; step++)
            {
                float near = BitConverter.Int32BitsToSingle(Math.Max(0, BitConverter.SingleToInt32Bits(corner) + step));
                samples.Add(near);
                samples.Add(-near);
            }
        }

        samples.RemoveAll(float.IsNaN);
        return [.. samples];
    }
}
