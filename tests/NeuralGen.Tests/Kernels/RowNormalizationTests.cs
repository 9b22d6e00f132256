using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Elements;
using NeuralGen.Kernels.Elements.Vectorized;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Tests.Kernels;

public class RowNormalizationTests
{
    private delegate void RowKernel(float[] input, float[] output, float[] gamma, float[] beta, int inner, bool hasMean);

    public static TheoryData<int> Lengths => [1, 3, 4, 7, 8, 15, 16, 17, 31, 33, 64, 65, 100, 200];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Every_width_computes_the_formula(int length)
    {
        RowKernel[] kernels = [Row<Lanes128<float>, Vector128<float>>, Row<Lanes256<float>, Vector256<float>>, Row<Lanes512<float>, Vector512<float>>];
        foreach (RowKernel kernel in kernels)
        {
            foreach (int inner in new[] { 0, length, length % 3 == 0 ? length / 3 : 1 })
            {
                foreach (bool hasMean in new[] { true, false })
                {
                    (float[] input, float[] gamma, float[] beta) = Numbers(length, inner == 0 ? length : length / inner);
                    float[] output = new float[length];
                    kernel(input, output, gamma, beta, inner, hasMean);
                    AssertClose(Oracle(input, 1, gamma, beta, inner, hasMean), output);
                    kernel(input, input, [], [], inner, hasMean);
                    AssertClose(Oracle(Numbers(length, 1).Input, 1, [], [], inner, hasMean), input);
                }
            }
        }
    }

    [Theory]
    [InlineData(1, 30, 0)]
    [InlineData(5, 8, 0)]
    [InlineData(3, 24, 4)]
    [InlineData(4, 40, 40)]
    [InlineData(4, 6, 1)]
    [InlineData(0, 0, 0)]
    public void Rows_find_their_factors(int rows, int columns, int inner)
    {
        (float[] input, float[] gamma, float[] beta) = Numbers(rows * columns, inner == 0 ? columns : rows * columns / inner);
        float[] single = new float[input.Length];
        double[] twice = new double[input.Length];
        double[] inputs = Array.ConvertAll(input, x => (double)x), gammas = Array.ConvertAll(gamma, x => (double)x), betas = Array.ConvertAll(beta, x => (double)x);

        RowNormalization.Apply(input, single, rows, gamma, beta, inner, 0.01f);
        RowNormalization.Apply(inputs, twice, rows, gammas, betas, inner, 0.01f);
        AssertClose(Oracle(input, rows, gamma, beta, inner, hasMean: true), single);
        AssertClose(Oracle(input, rows, gamma, beta, inner, hasMean: true), twice, 1e-12);

        // Where there are no vectors.
        Array.Clear(single);
        Array.Clear(twice);
        ScalarNormalization.Values(input, single, columns, gamma, default, inner, 0.01f, hasMean: true);
        ScalarNormalization.Values(inputs, twice, columns, default, betas, inner, 0.01f, hasMean: true);
        AssertClose(Oracle(input, rows, gamma, [], inner, hasMean: true), single);
        AssertClose(Oracle(input, rows, [], beta, inner, hasMean: true), twice, 1e-12);
        ScalarNormalization.Values(input, single, columns, default, beta, inner, 0.01f, hasMean: false);
        ScalarNormalization.Values(inputs, twice, columns, gammas, default, inner, 0.01f, hasMean: false);
        AssertClose(Oracle(input, rows, [], beta, inner, hasMean: false), single);
        AssertClose(Oracle(input, rows, gamma, [], inner, hasMean: false), twice, 1e-12);

        RowNormalization.ApplyRoot(input, single, rows, gamma, default, inner, 0.01f);
        RowNormalization.ApplyRoot(inputs, twice, rows, gammas, default, inner, 0.01f);
        AssertClose(Oracle(input, rows, gamma, [], inner, hasMean: false), single);
        AssertClose(Oracle(input, rows, gamma, [], inner, hasMean: false), twice, 1e-12);
    }

    [Fact]
    public void A_number_that_is_none_spoils_its_row_alone()
    {
        float[] input = Numbers(40, 1).Input, output = new float[40];
        input[23] = float.NaN;
        RowNormalization.Apply(input, output, 4, default, default, 0, 0.01f);
        Assert.All(output.AsSpan(20, 10).ToArray(), value => Assert.True(float.IsNaN(value)));
        Assert.All(output.AsSpan(0, 20).ToArray(), value => Assert.True(float.IsFinite(value)));
        Assert.All(output.AsSpan(30).ToArray(), value => Assert.True(float.IsFinite(value)));
    }

    [Theory]
    [InlineData(10, 9, 2, 5, 5, 0, "output")]
    [InlineData(10, 10, 3, 5, 5, 0, "input")]
    [InlineData(10, 10, 2, 4, 5, 0, "gamma")]
    [InlineData(10, 10, 2, 5, 1, 0, "beta")]
    [InlineData(10, 10, 2, 3, 3, 5, "gamma")]
    [InlineData(12, 12, 2, 3, 3, 4, "inner")]
    [InlineData(5, 5, 1, 2, 2, 2, "input")]
    public void Lengths_that_do_not_fit_are_named(int input, int output, int rows, int gamma, int beta, int inner, string name)
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(
            () => RowNormalization.Apply(new float[input], new float[output], rows, new float[gamma], new float[beta], inner, 0.01f));
        Assert.Equal(name, error.ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(nameof(rows), () => RowNormalization.Apply(new float[1], new float[1], -1, default, default, 0, 0.01f));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(inner), () => RowNormalization.ApplyRoot(new float[1], new float[1], 1, default, default, -1, 0.01f));
    }

    private static unsafe void Row<TLanes, TVector>(float[] input, float[] output, float[] gamma, float[] beta, int inner, bool hasMean)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : unmanaged
    {
        fixed (float* source = input, target = output, factors = gamma, offsets = beta)
        {
            NormalizationLanes<TLanes, TVector, float>.Row(source, target, input.Length, factors, offsets, inner, 0.01f, hasMean);
        }
    }

    private static (float[] Input, float[] Gamma, float[] Beta) Numbers(int length, int factors)
    {
        Random random = new(length);
        float[] Next(int count, double center) => [.. Enumerable.Range(0, count).Select(_ => (float)(center + random.NextDouble()))];
        return (Next(length, 3), Next(factors, 0.5), Next(factors, -2));
    }

    private static double[] Oracle(float[] input, int rows, float[] gamma, float[] beta, int inner, bool hasMean)
    {
        double[] output = new double[input.Length];
        int columns = rows == 0 ? 0 : input.Length / rows;
        for (int row = 0; row < rows; row++)
        {
            double[] values = [.. input.Skip(row * columns).Take(columns).Select(x => (double)x)];
            double mean = hasMean ? values.Average() : 0;
            double deviation = Math.Sqrt(values.Average(x => (x - mean) * (x - mean)) + 0.01f);
            for (int i = 0; i < columns; i++)
            {
                int factor = inner == 0 ? i : ((row * columns) + i) / inner;
                output[(row * columns) + i] = ((values[i] - mean) / deviation * (gamma.Length == 0 ? 1 : gamma[factor])) + (beta.Length == 0 ? 0 : beta[factor]);
            }
        }

        return output;
    }

    private static void AssertClose(double[] expected, float[] actual) => AssertClose(expected, Array.ConvertAll(actual, value => (double)value), 2e-5);

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], tolerance);
        }
    }
}
