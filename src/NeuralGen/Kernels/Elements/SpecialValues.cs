using System.ComponentModel;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NeuralGen;

/// <summary>Finds what plain products of matrices do not treat as a network does: weights of zero ignore their inputs, NaN
/// and infinities included.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SpecialValues
{
    /// <summary>Whether a value is NaN, as the product of zero and infinity is.</summary>
    /// <param name="values">any number of values.</param>
    /// <returns>whether there is one.</returns>
    public static bool AnyNaN(ReadOnlySpan<float> values)
    {
        if (AreFinite(values))
        {
            return false;
        }

        foreach (float value in values)
        {
            if (float.IsNaN(value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether no value is NaN or infinite.</summary>
    /// <remarks>Sums of differences from themselves are zero then, and need no branch per value. Four chains, since an addition takes as many
    /// cycles.</remarks>
    internal static bool AreFinite(ReadOnlySpan<float> values)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        Vector<float> first = default, second = default, third = default, fourth = default;
        int i = 0;
        for (; i <= vectors.Length - 4; i += 4)
        {
            first += vectors[i] - vectors[i];
            second += vectors[i + 1] - vectors[i + 1];
            third += vectors[i + 2] - vectors[i + 2];
            fourth += vectors[i + 3] - vectors[i + 3];
        }

        float sum = Vector.Dot(first + second + third + fourth, Vector<float>.One);
        for (i *= Vector<float>.Count; i < values.Length; i++)
        {
            sum += values[i] - values[i];
        }

        return sum == 0;
    }
}
