using System.Numerics;

namespace NeuralGen.Training;

/// <summary>Sets the normalisations of a network from rows that lie in several processes.</summary>
/// <remarks>A network learns them from rows alone. So it learns from rows that show where among its statistics each column's numbers
/// go, and then these are written there.</remarks>
internal static class GroupNormalization
{
    /// <summary>Sets the normalisations that were declared without numbers.</summary>
    public static void Fit<T>(ITrainableNetwork<T> network, ITrainingGroup group, ReadOnlySpan<T> inputs, NormalizationMethod method)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool isStandard = method == NormalizationMethod.Standard;
        GroupMoments moments = GroupMoments.Of(group, inputs, network.InputSize);
        double[] shifts = isStandard ? moments.Means : moments.Minima;
        double[] scales = isStandard ? moments.Deviations : moments.Ranges;

        // A column of one value has it for its mean and its minimum, and the scale 1.
        T[] one = Learn(network, method, column => [column + 1]);
        T[] other = Learn(network, method, column => [column + 1 + network.InputSize]);

        // Of 0 and 4(column + 1) the deviation is half, the range all of it.
        T[] spread = Learn(network, method, column => [0, 4 * (column + 1.0)]);
        int unit = isStandard ? 2 : 4;
        for (int index = 0; index < one.Length; index++)
        {
            if (one[index] != other[index])
            {
                network.Statistics[index] = T.CreateSaturating(shifts[int.CreateChecked(one[index]) - 1]);
            }
            else if (one[index] != spread[index])
            {
                T scale = T.CreateSaturating(scales[(int.CreateChecked(spread[index]) / unit) - 1]);
                network.Statistics[index] = scale > T.Zero ? scale : T.One;
            }
        }
    }

    private static T[] Learn<T>(ITrainableNetwork<T> network, NormalizationMethod method, Func<int, double[]> column)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[][] columns = [.. Enumerable.Range(0, network.InputSize).Select(column)];
        T[] rows = [.. Enumerable.Range(0, columns[0].Length).SelectMany(row => columns.Select(values => T.CreateChecked(values[row])))];
        network.FitNormalization(rows, method);
        return network.Statistics.ToArray();
    }
}
