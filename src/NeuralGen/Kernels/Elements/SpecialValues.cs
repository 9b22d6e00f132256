using System.ComponentModel;

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
        // Sums of differences from themselves are zero unless a value is NaN or infinite, and need no branch per value.
        float sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += values[i] - values[i];
        }

        if (sum == 0)
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
}
