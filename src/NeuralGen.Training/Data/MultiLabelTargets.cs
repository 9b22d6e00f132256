using System.Numerics;

namespace NeuralGen.Training;

/// <summary>Targets that are 1 for each of a row's labels, of which it may have several or none.</summary>
internal static class MultiLabelTargets
{
    /// <summary>Whether targets are such, and not those of a class per row.</summary>
    public static bool AreIn<T>(ReadOnlySpan<T> targets, int size)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool isMulti = false;
        for (int start = 0; size > 1 && start < targets.Length; start += size)
        {
            int labels = 0;
            foreach (T target in targets.Slice(start, size))
            {
                if (target != T.Zero && target != T.One)
                {
                    return false;
                }

                labels += target == T.One ? 1 : 0;
            }

            isMulti |= labels != 1;
        }

        return isMulti;
    }

    /// <summary>Counts the rows of each label.</summary>
    public static double[] Counts<T>(ReadOnlySpan<T> targets, int size)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] counts = new double[size];
        for (int index = 0; index < targets.Length; index++)
        {
            counts[index % size] += targets[index] == T.Zero ? 0 : 1;
        }

        return counts;
    }

    /// <summary>Computes the weight of a row: the mean of its labels' weights, each as much as its target is; 1 for a row without
    /// labels.</summary>
    public static double Weight<T>(ReadOnlySpan<T> target, IReadOnlyList<double> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = 0;
        double share = 0;
        for (int label = 0; label < target.Length; label++)
        {
            double part = double.CreateChecked(target[label]);
            sum += part * weights[label];
            share += part;
        }

        return share == 0 ? 1 : sum / share;
    }
}
