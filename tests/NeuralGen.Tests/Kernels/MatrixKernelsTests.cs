using NeuralGen.Kernels.Arithmetic;
using NeuralGen.Kernels.Matrices;

namespace NeuralGen.Tests.Kernels;

public sealed class MatrixKernelsTests
{
    public static TheoryData<int, int, int> Sizes => new() { { 1, 1, 1 }, { 2, 3, 4 }, { 5, 1, 7 }, { 17, 19, 23 }, { 3, 64, 300 }, { 33, 8, 1 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Products_are_those_of_the_definition(int rows, int columns, int depth)
    {
        foreach ((bool isLeft, bool isRight) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            Random random = new(rows + (1000 * columns) + depth);
            double[] left = Values(random, rows * depth);
            double[] right = Values(random, depth * columns);
            double[] sums = Values(random, rows * columns);
            double[] expected = [.. sums];
            for (int i = 0; i < expected.Length; i++)
            {
                (int row, int column) = (i / columns, i % columns);
                expected[i] += Enumerable.Range(0, depth).Sum(k => left[isLeft ? (k * rows) + row : (row * depth) + k] * right[isRight ? (column * depth) + k : (k * columns) + column]);
            }

            double[] doubles = [.. sums];
            MatrixKernels.AddProduct(left, isLeft, right, isRight, doubles, rows, columns);
            double[] values = [.. sums];
            MatrixPasses<double, DoubleArithmetic>.AddValues(left, isLeft, right, isRight, values, (rows, columns, depth));
            float[] singles = Singles(sums);
            MatrixKernels.AddProduct(Singles(left), isLeft, Singles(right), isRight, singles, rows, columns);
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.Equal(expected[i], doubles[i], 1e-12);
                Assert.Equal(expected[i], values[i], 1e-12);
                Assert.Equal(expected[i], singles[i], 1e-4);
            }
        }
    }

    [Theory]
    [InlineData(7, 12, 8, "left")]
    [InlineData(6, 13, 8, "right")]
    [InlineData(6, 12, 9, "sums")]
    public void Lengths_that_do_not_fit_are_refused(int left, int right, int sums, string name) => Assert.Equal(
        name, Assert.Throws<ArgumentException>(() => MatrixKernels.AddProduct(new float[left], false, new float[right], false, new float[sums], 2, 4)).ParamName);

    private static double[] Values(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (double)(float)((2 * random.NextDouble()) - 1))];

    private static float[] Singles(double[] values) => Array.ConvertAll(values, value => (float)value);
}
