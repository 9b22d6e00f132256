using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Functions;

namespace NeuralGen.Tests.Kernels;

/// <summary>Machines without vectors of 512 bits compute the same by other instructions.</summary>
public sealed class WideRowLanesTests
{
    private const int Lanes = 16;

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
        Vector512<float> first = Vector512.LoadUnsafe(ref rows[0]);
        Vector512<float> second = Vector512.LoadUnsafe(ref rows[Lanes]);
        WideRowLanes.SplitUnordered(ref first, ref second);
        Assert.Equal(Vector512.Create(1f), second - first);
        first = WideRowLanes.InOrder(first);
        Assert.All(Enumerable.Range(0, Lanes), lane => Assert.Equal(2 * lane, first[lane]));
    }

    [Fact]
    public void Lengths_are_checked()
    {
        Assert.Throws<ArgumentException>(() => WideRowLanes.ToColumns(new float[Lanes], new float[2 * Lanes]));
        Assert.Throws<ArgumentException>(() => WideRowLanes.ToRows(new float[Lanes + 1], new float[Lanes + 1]));
    }

    [Fact]
    public void Functions_give_the_bits_of_the_kernels()
    {
        float[] x = [-100, -7, -3, -1, -0.5f, -1e-6f, 0, 1e-6f, 0.3f, 1, 3, 5.5f, 6, 20, float.NaN, float.PositiveInfinity];
        AssertSame(x, new Tanh());
        AssertSame(x, new Sigmoid());
        AssertSame(x, new Gelu());
        AssertSame(x, new Softplus());
    }

    [Fact]
    public void Logarithms_are_those_of_the_framework()
    {
        foreach (float x in (float[])[0, 1e-30f, 0.3f, 1, 2.5f, 1e30f, float.PositiveInfinity])
        {
            float actual = WideRowLanes.Log(Vector512.Create(x))[Lanes - 1];
            Assert.True(MathF.Log(x) == actual || Math.Abs(MathF.Log(x) - actual) <= 1.2e-7f * Math.Abs(actual), $"log {x} is {actual}.");
        }

        Assert.True(float.IsNaN(WideRowLanes.Log(Vector512.Create(-1f))[0]));
    }

    private static void AssertSame<TFunction>(float[] x, TFunction function)
        where TFunction : struct, IElementFunction
    {
        float[] expected = new float[x.Length];
        Elementwise.Apply(x, expected, function);
        Vector512<float> actual = WideRowLanes.Apply(Vector512.LoadUnsafe(ref x[0]), function);
        for (int lane = 0; lane < Lanes; lane++)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                Assert.Equal(BitConverter.SingleToUInt32Bits(expected[lane]), BitConverter.SingleToUInt32Bits(actual[lane]));
            }
            else
            {
                // Without such instructions products are rounded before they are added.
                Assert.True(expected[lane].Equals(actual[lane]) || Math.Abs(expected[lane] - actual[lane]) <= (2e-6f * Math.Abs(expected[lane])) + 2e-8f, $"{expected[lane]} {actual[lane]}");
            }
        }
    }

    private static float[] Split(float[] rows, int width)
    {
        Vector512<float>[] vectors = MemoryMarshal.Cast<float, Vector512<float>>(rows).ToArray();
        float[] columns = new float[rows.Length];
        switch (width)
        {
            case 2:
                WideRowLanes.Split(ref vectors[0], ref vectors[1]);
                break;
            case 3:
                WideRowLanes.Split(ref vectors[0], ref vectors[1], ref vectors[2]);
                break;
            case 4:
                WideRowLanes.Split(ref vectors[0], ref vectors[1], ref vectors[2], ref vectors[3]);
                break;
            default:
                WideRowLanes.ToColumns(rows, columns);
                return columns;
        }

        return MemoryMarshal.Cast<Vector512<float>, float>(vectors).ToArray();
    }

    private static float[] Join(float[] columns, int width)
    {
        Vector512<float>[] vectors = MemoryMarshal.Cast<float, Vector512<float>>(columns).ToArray();
        float[] rows = new float[columns.Length];
        switch (width)
        {
            case 2:
                WideRowLanes.Join(ref vectors[0], ref vectors[1]);
                break;
            case 3:
                WideRowLanes.Join(ref vectors[0], ref vectors[1], ref vectors[2]);
                break;
            case 4:
                WideRowLanes.Join(ref vectors[0], ref vectors[1], ref vectors[2], ref vectors[3]);
                break;
            default:
                WideRowLanes.ToRows(columns, rows);
                return rows;
        }

        return MemoryMarshal.Cast<Vector512<float>, float>(vectors).ToArray();
    }
}
