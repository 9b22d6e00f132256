using System.Numerics;

namespace NeuralGen.Training;

/// <summary>Checks the spans that metrics get.</summary>
internal static class PredictionShape
{
    /// <summary>Gets the number of rows.</summary>
    public static int Rows<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int outputSize)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outputSize, 1);
        if (predictions.Length != targets.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {predictions.Length} predictions and {targets.Length} targets."), nameof(targets));
        }

        if (predictions.IsEmpty || predictions.Length % outputSize != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {predictions.Length} predictions; a multiple of {outputSize}, and at least one row, is needed."), nameof(predictions));
        }

        return predictions.Length / outputSize;
    }

    /// <summary>Checks targets that have to stand for classes.</summary>
    public static void RequireTargets<T>(ReadOnlySpan<T> targets, int outputSize)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int index = 0; index < targets.Length; index++)
        {
            if (T.IsNaN(targets[index]))
            {
                throw new ArgumentException(FormattableString.Invariant($"Row {index / outputSize}, column {index % outputSize} of the targets is NaN."), nameof(targets));
            }
        }
    }
}
