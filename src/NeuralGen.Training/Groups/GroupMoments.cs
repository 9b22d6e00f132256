using System.Numerics;

namespace NeuralGen.Training;

/// <summary>Mean, standard deviation (of the population), minimum and range of the columns of rows that lie in several
/// processes, in double precision.</summary>
internal sealed class GroupMoments
{
    private GroupMoments(int columns)
    {
        Means = new double[columns];
        Deviations = new double[columns];
        Minima = new double[columns];
        Ranges = new double[columns];
    }

    public double[] Means { get; }

    /// <summary>Gets the deviations, 0 for a column of one value throughout.</summary>
    public double[] Deviations { get; }

    public double[] Minima { get; }

    /// <summary>Gets the ranges, 0 for a column of one value throughout.</summary>
    public double[] Ranges { get; }

    /// <summary>Goes through the rows three times: the sums, what they lack to the mean, the squares.</summary>
    public static GroupMoments Of<T>(ITrainingGroup group, ReadOnlySpan<T> values, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        GroupMoments moments = new(columns);
        double[] count = [values.Length / columns];
        group.Sum(count);
        moments.FindRanges(group, values);
        moments.AddToMeans(group, values, count[0]);
        moments.AddToMeans(group, values, count[0]);
        for (int index = 0; index < values.Length; index++)
        {
            double difference = double.CreateChecked(values[index]) - moments.Means[index % columns];
            moments.Deviations[index % columns] += difference * difference;
        }

        group.Sum(moments.Deviations);
        for (int column = 0; column < columns; column++)
        {
            moments.Deviations[column] = moments.Ranges[column] > 0 ? Math.Sqrt(moments.Deviations[column] / count[0]) : 0;
        }

        return moments;
    }

    private void FindRanges<T>(ITrainingGroup group, ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] largest = new double[Minima.Length];
        Array.Fill(Minima, double.PositiveInfinity);
        Array.Fill(largest, double.NegativeInfinity);
        for (int index = 0; index < values.Length; index++)
        {
            double value = double.CreateChecked(values[index]);
            int column = index % Minima.Length;
            Minima[column] = Math.Min(Minima[column], value);
            largest[column] = Math.Max(largest[column], value);
        }

        double[] all = group.GatherNumbers<double>([.. Minima, .. largest]);
        for (int index = 0; index < all.Length; index++)
        {
            int column = index % Minima.Length;
            bool isMinimum = index / Minima.Length % 2 == 0;
            Minima[column] = isMinimum ? Math.Min(Minima[column], all[index]) : Minima[column];
            largest[column] = isMinimum ? largest[column] : Math.Max(largest[column], all[index]);
        }

        for (int column = 0; column < Minima.Length; column++)
        {
            Ranges[column] = Math.Min(largest[column] - Minima[column], double.MaxValue);
        }
    }

    private void AddToMeans<T>(ITrainingGroup group, ReadOnlySpan<T> values, double count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] sums = new double[Means.Length];
        for (int index = 0; index < values.Length; index++)
        {
            sums[index % Means.Length] += double.CreateChecked(values[index]) - Means[index % Means.Length];
        }

        group.Sum(sums);
        for (int column = 0; column < Means.Length; column++)
        {
            // A column of one value has that value.
            Means[column] = Ranges[column] > 0 ? Means[column] + (sums[column] / count) : Minima[column];
        }
    }
}
