using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace NeuralGen.Tests.Kernels;

public sealed class RowLanesTests
{
    private static readonly int Lanes = Vector<float>.Count;

    public static TheoryData<string> Functions =>
        [.. typeof(RowLanes).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name)
            .Where(name => typeof(ActivationKernels).GetMethods().Any(kernel => kernel.Name == name)).Distinct()];

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
    public void Lengths_are_checked()
    {
        Assert.Throws<ArgumentException>(() => RowLanes.ToColumns(new float[Lanes], new float[2 * Lanes]));
        Assert.Throws<ArgumentException>(() => RowLanes.ToRows(new float[Lanes + 1], new float[Lanes + 1]));
    }

    [Fact]
    public void There_are_all_functions() => Assert.Equal(36, Functions.Count);

    [Theory]
    [MemberData(nameof(Functions))]
    public void Functions_give_the_bits_of_the_kernels(string name)
    {
        bool isGradient = name.EndsWith("Gradient", StringComparison.Ordinal);
        MethodInfo lanes = typeof(RowLanes).GetMethod(name)!;
        bool hasAlpha = lanes.GetParameters().Length == (isGradient ? 3 : 2);
        float[] values = [-100, -7, -3, -1, -0.5f, -1e-6f, 0, 1e-6f, 0.3f, 1, 3, 5.5f, 6, 20, float.NaN, float.PositiveInfinity];
        Random random = new(3);
        float[] x = [.. Enumerable.Range(0, 256).Select(i => i < values.Length ? values[i] : (float)((12 * random.NextDouble()) - 6))];
        float[] deltas = [.. x.Select(_ => (float)random.NextDouble())];
        float[] expected = new float[x.Length];
        CallKernel(name, isGradient, hasAlpha, x, deltas, expected);
        for (int start = 0; start < x.Length; start += Lanes)
        {
            object[] arguments = isGradient ? [new Vector<float>(x, start), new Vector<float>(deltas, start)] : [new Vector<float>(x, start)];
            Vector<float> result = (Vector<float>)lanes.Invoke(null, hasAlpha ? [.. arguments, 0.7f] : arguments)!;
            for (int lane = 0; lane < Lanes; lane++)
            {
                AssertSame(expected[start + lane], result[lane]);
            }
        }
    }

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
            Assert.Equal(expected, actual, 1e-6f * Math.Max(1, Math.Abs(expected)));
        }
    }

    private static void CallKernel(string name, bool isGradient, bool hasAlpha, float[] x, float[] deltas, float[] results)
    {
        if (isGradient && hasAlpha)
        {
            Kernel<Action4>(name, 4)(x, deltas, results, 0.7f);
        }
        else if (isGradient)
        {
            Kernel<Action3>(name, 3)(x, deltas, results);
        }
        else if (hasAlpha)
        {
            Kernel<ActionWithAlpha>(name, 3)(x, results, 0.7f);
        }
        else
        {
            Kernel<Action2>(name, 2)(x, results);
        }
    }

    private static T Kernel<T>(string name, int parameters)
        where T : Delegate =>
        typeof(ActivationKernels).GetMethods()
            .Single(method => method.Name == name && method.GetParameters().Length == parameters && method.GetParameters()[0].ParameterType == typeof(ReadOnlySpan<float>))
            .CreateDelegate<T>();

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

    private delegate void Action2(ReadOnlySpan<float> input, Span<float> output);

    private delegate void ActionWithAlpha(ReadOnlySpan<float> input, Span<float> output, float alpha);

    private delegate void Action3(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas);

    private delegate void Action4(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas, float alpha);
}
