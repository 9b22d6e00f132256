using System.Numerics;
using NeuralGen.Kernels.Functions;

namespace NeuralGen.Tests.Kernels;

public sealed class RowwiseTests
{
    public static TheoryData<bool> Kinds => [false, true];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Rows_are_as_the_formula_gives_them(bool isLog)
    {
        ValuesKernel<float> single = isLog ? (x, y) => Rowwise.Apply(x, y, 3, default(LogSoftmax)) : (x, y) => Rowwise.Apply(x, y, 3, default(Softmax));
        ValuesKernel<double> exact = isLog ? (x, y) => Rowwise.Apply(x, y, 3, default(LogSoftmax)) : (x, y) => Rowwise.Apply(x, y, 3, default(Softmax));
        ValuesKernel<float> one = isLog ? (x, y) => Rowwise.Apply(x, y, 1, default(LogSoftmax)) : (x, y) => Rowwise.Apply(x, y, 1, default(Softmax));
        for (int columns = 1; columns <= 40; columns++)
        {
            Random random = new(columns);
            GuardedArray<float> input = new(3 * columns, random), output = new(3 * columns, random);
            GuardedArray<double> wide = new(3 * columns, random), wideOutput = new(3 * columns, random);
            for (int i = 0; i < 3 * columns; i++)
            {
                // The last row's values are far below 0.
                input.Span[i] = (input.Span[i] * 30) - (i < 2 * columns ? 0 : 1000);
                wide.Span[i] = input.Span[i];
            }

            float[] x = input.Span.ToArray(), row = new float[columns];
            single(input.Span, output.Span);
            exact(wide.Span, wideOutput.Span);
            for (int i = 0; i < 3 * columns; i++)
            {
                double expected = Expected(wide.Span.Slice(i / columns * columns, columns), i % columns, isLog);
                Assert.Equal(expected, wideOutput.Span[i], Math.Abs(expected) * 1e-13);
                Assert.Equal(expected, output.Span[i], Math.Max(Math.Abs(expected), isLog ? 1 : 0) * 4e-6);
            }

            // A row alone gives the same bits.
            for (int r = 0; r < 3; r++)
            {
                one(x.AsSpan(r * columns, columns), row);
                Assert.Equal(row, output.Span.Slice(r * columns, columns).ToArray());
            }

            Assert.True(output.GuardsAreUnchanged && input.Span.SequenceEqual(x));
            single(input.Span, input.Span);
            exact(wide.Span, wide.Span);
            Assert.True(input.GuardsAreUnchanged && input.Span.SequenceEqual(output.Span));
            Assert.True(wide.GuardsAreUnchanged && wide.Span.SequenceEqual(wideOutput.Span));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Gradients_are_as_the_formula_gives_them(bool isLog)
    {
        GradientsKernel<float> single = isLog
            ? (v, d, r) => Rowwise.Gradient(v, d, r, 3, default(LogSoftmax)) : (v, d, r) => Rowwise.Gradient(v, d, r, 3, default(Softmax));
        GradientsKernel<double> wide = isLog
            ? (v, d, r) => Rowwise.Gradient(v, d, r, 3, default(LogSoftmax)) : (v, d, r) => Rowwise.Gradient(v, d, r, 3, default(Softmax));
        CheckGradient(single, isLog, 1e-5);
        CheckGradient(wide, isLog, 1e-13);
    }

    [Theory]
    [InlineData(float.NaN, 1)]
    [InlineData(1, float.NaN)]
    [InlineData(float.PositiveInfinity, 1)]
    [InlineData(float.NegativeInfinity, float.NegativeInfinity)]
    public void What_has_no_answer_is_NaN_in_its_row_alone(float first, float second)
    {
        foreach (int columns in new[] { 2, 5, 11, 19 })
        {
            float[] values = new float[2 * columns], log = new float[2 * columns];
            values.AsSpan(0, columns).Fill(float.IsNegativeInfinity(first) ? first : 0);
            (values[0], values[columns - 1]) = (first, second);
            Rowwise.Apply(values, log, 2, default(LogSoftmax));
            Rowwise.Apply(values, values, 2, default(Softmax));
            Assert.All(values.Concat(log).Where((_, i) => i / columns % 2 == 0), value => Assert.True(float.IsNaN(value)));
            Assert.All(values.Skip(columns), value => Assert.Equal(1.0 / columns, value, 1e-7));
        }
    }

    [Fact]
    public void An_impossible_class_has_no_probability()
    {
        float[] values = [float.NegativeInfinity, 2, 2];
        float[] log = new float[3];
        Rowwise.Apply(values, log, 1, default(LogSoftmax));
        Rowwise.Apply(values, values, 1, default(Softmax));
        Assert.Equal([0, 0.5f, 0.5f], values);
        Assert.Equal([float.NegativeInfinity, -0.693147f, -0.693147f], log, (a, b) => a == b || Math.Abs(a - b) < 1e-6);
    }

    [Theory]
    [InlineData(6, 6, 4)]
    [InlineData(6, 5, 3)]
    [InlineData(2, 2, 3)]
    [InlineData(2, 2, 0)]
    [InlineData(0, 0, -1)]
    public void Wrong_lengths_are_refused(int input, int output, int rows)
    {
        float[] x = new float[input], y = new float[output];
        double[] wideX = new double[input], wideY = new double[output];
        Assert.ThrowsAny<ArgumentException>(() => Rowwise.Apply(x, y, rows, default(Softmax)));
        Assert.ThrowsAny<ArgumentException>(() => Rowwise.Apply(wideX, wideY, rows, default(Softmax)));
        Assert.ThrowsAny<ArgumentException>(() => Rowwise.Apply(x, y, rows, default(LogSoftmax)));
        Assert.ThrowsAny<ArgumentException>(() => Rowwise.Apply(wideX, wideY, rows, default(LogSoftmax)));
        Assert.ThrowsAny<ArgumentException>(() => Rowwise.Gradient(x, y, x, rows, default(Softmax)));
        Assert.ThrowsAny<ArgumentException>(() => Rowwise.Gradient(wideX, wideX, wideY, rows, default(Softmax)));
        Assert.ThrowsAny<ArgumentException>(() => Rowwise.Gradient(x, x, y, rows, default(LogSoftmax)));
        Assert.ThrowsAny<ArgumentException>(() => Rowwise.Gradient(wideX, wideY, wideX, rows, default(LogSoftmax)));
    }

    [Fact]
    public void Lengths_that_differ_are_named()
    {
        Assert.Throws<ArgumentException>("output", () => Rowwise.Apply(new float[6], new float[5], 2, default(Softmax)));
        Assert.Throws<ArgumentException>("output", () => Rowwise.Apply(new double[6], new double[5], 2, default(Softmax)));
        Assert.Throws<ArgumentException>("deltas", () => Rowwise.Gradient(new float[6], new float[5], new float[6], 2, default(Softmax)));
        Assert.Throws<ArgumentException>("deltas", () => Rowwise.Gradient(new double[6], new double[7], new double[6], 2, default(Softmax)));
        Assert.Throws<ArgumentException>("inputDeltas", () => Rowwise.Gradient(new float[6], new float[6], new float[5], 2, default(Softmax)));
        Assert.Throws<ArgumentException>("inputDeltas", () => Rowwise.Gradient(new double[6], new double[6], new double[7], 2, default(Softmax)));
    }

    [Fact]
    public void No_rows_are_no_work()
    {
        Rowwise.Apply(ReadOnlySpan<float>.Empty, [], 0, default(Softmax));
        Rowwise.Apply(ReadOnlySpan<double>.Empty, [], 0, default(LogSoftmax));
        Rowwise.Gradient(ReadOnlySpan<float>.Empty, [], [], 5, default(Softmax));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        float[] x = new float[60];
        double[] wide = new double[60];
        long before = 0;
        for (int i = 0; i < 3; i++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            Rowwise.Apply(x, x, 4, default(Softmax));
            Rowwise.Apply(x, x, 4, default(LogSoftmax));
            Rowwise.Gradient(x, x, x, 4, default(Softmax));
            Rowwise.Gradient(x, x, x, 4, default(LogSoftmax));
            Rowwise.Apply(wide, wide, 4, default(Softmax));
            Rowwise.Gradient(wide, wide, wide, 4, default(Softmax));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void CheckGradient<T>(GradientsKernel<T> gradients, bool isLog, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int columns = 1; columns <= 40; columns++)
        {
            Random random = new(columns);
            GuardedArray<T> values = new(3 * columns, random), deltas = new(3 * columns, random), output = new(3 * columns, random);
            gradients(values.Span, deltas.Span, output.Span);
            for (int i = 0; i < 3 * columns; i++)
            {
                int start = i / columns * columns;
                double sum = Enumerable.Range(start, columns).Sum(j => deltas.Before(j) * (isLog ? 1 : values.Before(j)));
                double expected = isLog
                    ? deltas.Before(i) - (Math.Exp(values.Before(i)) * sum) : values.Before(i) * (deltas.Before(i) - sum);
                Assert.Equal(expected, double.CreateChecked(output.Span[i]), tolerance);
            }

            Assert.True(output.GuardsAreUnchanged && values.IsUnchanged && deltas.IsUnchanged);
            gradients(values.Span, deltas.Span, deltas.Span);
            Assert.True(deltas.GuardsAreUnchanged && deltas.Span.SequenceEqual(output.Span));
        }
    }

    private static double Expected(ReadOnlySpan<double> row, int index, bool isLog)
    {
        double sum = 0;
        foreach (double value in row)
        {
            sum += Math.Exp(value - row[index]);
        }

        return isLog ? -Math.Log(sum) : 1 / sum;
    }
}
