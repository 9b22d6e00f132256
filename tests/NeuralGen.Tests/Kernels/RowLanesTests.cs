using System.Numerics;
using System.Runtime.InteropServices;

namespace NeuralGen.Tests.Kernels;

public sealed class RowLanesTests
{
    private static readonly int Lanes = Vector<float>.Count;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(16)]
    public void Rows_become_columns_and_rows_again(int width)
    {
        float[] rows = [.. Enumerable.Range(0, width * Lanes).Select(i => (float)i)];
        float[] columns = Split(rows, width);
        for (int value = 0; value < width; value++)
        {
            for (int row = 0; row < Lanes; row++)
            {
                Assert.Equal((row * width) + value, columns[(value * Lanes) + row]);
            }
        }

        Assert.Equal(rows, Join(columns, width));
    }

    [Fact]
    public void Pairs_may_be_split_in_another_order()
    {
        float[] rows = [.. Enumerable.Range(0, 2 * Lanes).Select(i => (float)i)];
        Vector<float> first = new(rows, 0);
        Vector<float> second = new(rows, Lanes);
        RowLanes.SplitUnordered(ref first, ref second);
        Assert.Equal(new Vector<float>(1f), second - first);
        first = RowLanes.InOrder(first);
        Assert.All(Enumerable.Range(0, Lanes), lane => Assert.Equal(2 * lane, first[lane]));
    }

    [Fact]
    public void The_larger_and_the_smaller_are_those_of_numbers_one_by_one()
    {
        float[] numbers = [0, -1, 2, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1e-40f, 3];
        foreach (float left in numbers)
        {
            foreach (float right in numbers)
            {
                Assert.Equal(Math.Max(left, right), RowLanes.Larger(new Vector<float>(left), new Vector<float>(right))[Lanes - 1]);
                Assert.Equal(Math.Min(left, right), RowLanes.Smaller(new Vector<float>(left), new Vector<float>(right))[Lanes - 1]);
            }
        }
    }

    [Fact]
    public void All_lanes_become_one_number()
    {
        float[] numbers = [.. Enumerable.Range(0, Lanes).Select(i => (i % 3) - 1.5f)];
        for (int lane = 0; lane < Lanes; lane++)
        {
            numbers[lane] *= 2;
            Vector<float> values = new(numbers);
            Assert.Equal(numbers.Sum(), RowLanes.Sum(values), 1e-4f);
            Assert.Equal(numbers.Aggregate((product, number) => product * number), RowLanes.Product(values), 1e-4f * Math.Abs(RowLanes.Product(values)));
            Assert.Equal(numbers.Max(), RowLanes.Largest(values));
            Assert.Equal(numbers.Min(), RowLanes.Smallest(values));
            numbers[lane] = lane % 2 == 0 ? -9 : 9;
        }

        numbers[Lanes / 2] = float.NaN;
        Assert.True(float.IsNaN(RowLanes.Largest(new Vector<float>(numbers))));
        Assert.True(float.IsNaN(RowLanes.Smallest(new Vector<float>(numbers))));
        Assert.True(float.IsNaN(RowLanes.Sum(new Vector<float>(numbers))));
    }

    [Fact]
    public void Lengths_are_checked()
    {
        Assert.Throws<ArgumentException>(() => RowLanes.ToColumns(new float[Lanes], new float[2 * Lanes]));
        Assert.Throws<ArgumentException>(() => RowLanes.ToRows(new float[Lanes + 1], new float[Lanes + 1]));
    }

    [Theory]
    [MemberData(nameof(ActivationCases.Names), MemberType = typeof(ActivationCases))]
    public void Functions_give_the_bits_of_the_kernels(string name)
    {
        ActivationCase function = ActivationCases.All[name];
        float[] values = [-100, -7, -3, -1, -0.5f, -1e-6f, 0, 1e-6f, 0.3f, 1, 3, 5.5f, 6, 20, float.NaN, float.PositiveInfinity];
        Random random = new(3);
        float[] x = [.. Enumerable.Range(0, 256).Select(i => i < values.Length ? values[i] : (float)((12 * random.NextDouble()) - 6))];
        float[] deltas = [.. x.Select(_ => (float)random.NextDouble())];
        float[] expected = new float[x.Length], expectedGradient = new float[x.Length];
        function.Single(x, expected);
        function.SingleGradient(x, deltas, expectedGradient);
        for (int start = 0; start < x.Length; start += Lanes)
        {
            Vector<float> result = function.Lanes(new Vector<float>(x, start));
            Vector<float> gradient = function.LanesGradient(new Vector<float>(x, start), new Vector<float>(deltas, start));
            for (int lane = 0; lane < Lanes; lane++)
            {
                AssertSame(expected[start + lane], result[lane]);
                AssertSame(expectedGradient[start + lane], gradient[lane]);
            }
        }
    }

    [Fact]
    public void Logarithms_are_those_of_the_framework() => Assert.All(
        [0, 1e-30f, 0.3f, 1, 2.5f, 1e30f, float.PositiveInfinity, -1],
        x => AssertClose(MathF.Log(x), RowLanes.Log(new Vector<float>(x))[Lanes - 1]));

    [Fact]
    public void Products_are_added()
    {
        Vector<float> sums = RowLanes.MultiplyAdd(new Vector<float>(3f), new Vector<float>(-2f), new Vector<float>(0.5f));
        Assert.Equal(new Vector<float>(-5.5f), sums);
    }

    // Without hardware vectors the kernels take the scalar formulas.
    private static void AssertSame(float expected, float actual)
    {
        if (float.IsNaN(expected))
        {
            Assert.True(float.IsNaN(actual));
        }
        else if (Vector.IsHardwareAccelerated || !float.IsFinite(expected))
        {
            Assert.Equal(BitConverter.SingleToInt32Bits(expected), BitConverter.SingleToInt32Bits(actual));
        }
        else
        {
            AssertClose(expected, actual);
        }
    }

    private static void AssertClose(float expected, float actual) =>
        Assert.True(expected.Equals(actual) || Math.Abs(expected - actual) <= 2e-6f * Math.Max(1, Math.Abs(expected)), $"{expected:R} and {actual:R}");

    private static float[] Split(float[] rows, int width)
    {
        float[] copy = [.. rows];
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(copy.AsSpan());
        switch (width)
        {
            case 2:
                RowLanes.Split(ref vectors[0], ref vectors[1]);
                return copy;
            case 3:
                RowLanes.Split(ref vectors[0], ref vectors[1], ref vectors[2]);
                return copy;
            case 4:
                RowLanes.Split(ref vectors[0], ref vectors[1], ref vectors[2], ref vectors[3]);
                return copy;
            default:
                RowLanes.ToColumns(rows, copy);
                return copy;
        }
    }

    private static float[] Join(float[] columns, int width)
    {
        float[] copy = [.. columns];
        Span<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(copy.AsSpan());
        switch (width)
        {
            case 2:
                RowLanes.Join(ref vectors[0], ref vectors[1]);
                return copy;
            case 3:
                RowLanes.Join(ref vectors[0], ref vectors[1], ref vectors[2]);
                return copy;
            case 4:
                RowLanes.Join(ref vectors[0], ref vectors[1], ref vectors[2], ref vectors[3]);
                return copy;
            default:
                RowLanes.ToRows(columns, copy);
                return copy;
        }
    }
}
