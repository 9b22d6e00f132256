using System.Numerics;

namespace NeuralGen.Training.Mpi.Tests.Worker;

/// <summary>Rows that follow from their numbers, so that a process can read any part of them.</summary>
internal static class Rows
{
    /// <summary>Four inputs of very different sizes.</summary>
    private static double[] Input(int row)
    {
        SplitMix64 random = new((ulong)row);
        return [random.NextDouble() - 0.5, 2000 + random.NextInt32(24), 1e-3 * random.NextDouble(), random.NextInt32(2)];
    }

    /// <summary>Rows with an amount of thousands.</summary>
    public static Dataset<T> Amounts<T>(int start, int count)
        where T : unmanaged, IFloatingPointIeee754<T> => Of<T>(start, count, input => [4000 + (300 * Math.Sin(6 * input[0])) + (20 * (input[1] - 2012)) + (input[3] * 1e5 * input[2])]);

    /// <summary>Rows with one of three classes.</summary>
    public static Dataset<T> Kinds<T>(int start, int count)
        where T : unmanaged, IFloatingPointIeee754<T> => Of<T>(start, count, input =>
        {
            int kind = input[0] < -0.2 ? 0 : input[1] > 2012 ? 1 : 2;
            return [kind == 0 ? 1 : 0, kind == 1 ? 1 : 0, kind == 2 ? 1 : 0];
        });

    private static Dataset<T> Of<T>(int start, int count, Func<double[], double[]> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[][] inputs = [.. Enumerable.Range(start, count).Select(Input)];
        return new(
            [.. inputs.Select(input => Array.ConvertAll(input, T.CreateChecked))],
            [.. inputs.Select(input => Array.ConvertAll(target(input), T.CreateChecked))]);
    }
}
