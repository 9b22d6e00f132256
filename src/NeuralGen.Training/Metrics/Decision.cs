using System.Numerics;

namespace NeuralGen.Training;

/// <summary>The class that probabilities, or a target, stand for, as <c>Classify</c> finds it.</summary>
internal static class Decision
{
    /// <summary>What rows without a class get: their outputs hold a NaN.</summary>
    public const int None = -1;

    public static int ClassOf<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (values.Length == 1)
        {
            return T.IsNaN(values[0]) ? None : IsYes(values[0]) ? 1 : 0;
        }

        int largest = 0;
        for (int index = 0; index < values.Length; index++)
        {
            if (T.IsNaN(values[index]))
            {
                return None;
            }

            largest = values[index] > values[largest] ? index : largest;
        }

        return largest;
    }

    /// <summary>Whether a probability stands for yes; NaN does not.</summary>
    public static bool IsYes<T>(T probability)
        where T : unmanaged, IFloatingPointIeee754<T> => probability >= T.CreateChecked(0.5);
}
