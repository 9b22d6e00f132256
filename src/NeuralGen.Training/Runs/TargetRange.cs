using System.Numerics;

namespace NeuralGen.Training;

/// <summary>Checks that targets are what a loss is defined for. Cross-entropies of other targets have no minimum: training would
/// go on for ever towards minus infinity.</summary>
internal static class TargetRange
{
    // Shares that were rounded to a few digits are still shares.
    private const double SumTolerance = 1e-3;

    public static void Check<T>(LossFunction loss, Dataset<T> data, string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (loss is not (LossFunction.BinaryCrossEntropy or LossFunction.CategoricalCrossEntropy))
        {
            return;
        }

        bool isCategorical = loss == LossFunction.CategoricalCrossEntropy;
        for (int row = 0; row < data.Rows; row++)
        {
            ReadOnlySpan<T> target = data.Row(row).Target;
            double sum = 0;
            for (int column = 0; column < target.Length; column++)
            {
                double value = double.CreateChecked(target[column]);
                sum += value;
                if (value is < 0 or > 1)
                {
                    string title = data.TargetNames.Count > 0 ? $" ('{data.TargetNames[column]}')" : string.Empty;
                    string kind = isCategorical ? "categorical" : "binary";
                    throw new ArgumentException(FormattableString.Invariant($"Row {row}, column {column}{title} of the {name} targets is {target[column]}; {kind} cross-entropy needs targets from 0 to 1."), name);
                }
            }

            if (isCategorical && Math.Abs(sum - 1) > SumTolerance)
            {
                string values = string.Join(", ", target.ToArray().Select(value => FormattableString.Invariant($"{value}")));
                throw new ArgumentException(FormattableString.Invariant($"Row {row} of the {name} targets is {values}, which add up to {Math.Round(sum, 6)}; categorical cross-entropy needs targets that add up to 1, such as a 1 for the row's class and 0 for the others."), name);
            }
        }
    }
}
