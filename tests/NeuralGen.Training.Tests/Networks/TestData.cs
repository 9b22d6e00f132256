using System.Numerics;

namespace NeuralGen.Training.Tests.Networks;

internal static class TestData
{
    /// <summary>Rows of random inputs; the target is 1 if their sum is positive, else 0.</summary>
    public static Dataset<T> Random<T>(int rows, int inputSize, int seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SplitMix64 random = new((ulong)seed);
        T[] inputs = new T[rows * inputSize];
        T[] targets = new T[rows];
        for (int row = 0; row < rows; row++)
        {
            T sum = T.Zero;
            for (int index = 0; index < inputSize; index++)
            {
                T value = T.CreateChecked((random.NextDouble() * 4) - 2);
                inputs[(row * inputSize) + index] = value;
                sum += value;
            }

            targets[row] = sum > T.Zero ? T.One : T.Zero;
        }

        return new(inputs, targets, inputSize, 1);
    }

    /// <summary>Rows whose only input is the row's number.</summary>
    public static Dataset<double> Numbered(int rows) =>
        new([.. Enumerable.Range(0, rows).Select(row => (double)row)], new double[rows], 1, 1);
}
