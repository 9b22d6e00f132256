namespace NeuralGen.Tests.Kernels;

public sealed class SpatialResamplingTests
{
    private static readonly ResamplingAxis Height = new(3, ends: [1, 3], sources: [0, 1, 2], weights: [1, 0.5, 0.25]);
    private static readonly ResamplingAxis Width = new(2, ends: [2, 3, 4], sources: [0, 1, 1, 0], weights: [2, -1, 1, 3]);

    [Fact]
    public void Each_value_is_the_weighted_sum_along_both_axes()
    {
        double[] output = [.. Enumerable.Repeat(double.NaN, 12)];
        double[] input = [1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60];
        new SpatialResampling(Height, Width).Forward(input, output);

        // Rows: the first as it is; half the second and a quarter of the third: 2.75, 3.5.
        Assert.Equal([0, 2, 3, 2, 3.5, 8.25, 0, 20, 30, 20, 35, 82.5], output);
        float[] singles = new float[12];
        new SpatialResampling(Height, Width).Forward(Array.ConvertAll(input, value => (float)value), singles);
        Assert.Equal(output, Array.ConvertAll(singles, value => (double)value));
    }

    [Fact]
    public void Volumes_are_weighted_sums_along_three_axes()
    {
        double[,] rows = { { 1, 0, 0 }, { 0, 0.5, 0.25 } }, columns = { { 2, -1 }, { 0, 1 }, { 3, 0 } };
        Random random = new(2);
        double[] input = [.. Enumerable.Range(0, 18).Select(_ => random.NextDouble())];
        double[] output = new double[12];
        new SpatialResampling(Height, Height, Width).Forward(input, output);
        Assert.All(output, (value, at) => Assert.Equal(
            input.Select((x, from) => x * rows[at / 6, from / 6] * rows[at / 3 % 2, from / 2 % 3] * columns[at % 3, from % 2]).Sum(), value, 1e-12));
    }

    [Fact]
    public void The_gradient_is_that_of_the_sums()
    {
        SpatialResampling resampling = new(Height, Height, Width);
        Random random = new(1);
        double[] deltas = [.. Enumerable.Range(0, 24).Select(_ => random.NextDouble())];
        double[] gradient = new double[36];
        resampling.AddInputGradient(deltas, gradient);
        float[] singles = new float[36];
        resampling.AddInputGradient(Array.ConvertAll(deltas, value => (float)value), singles);
        for (int i = 0; i < gradient.Length; i++)
        {
            double[] output = new double[24];
            resampling.Forward([.. Enumerable.Range(0, 36).Select(j => j == i ? 1.0 : 0)], output);
            double expected = output.Zip(deltas, (value, delta) => value * delta).Sum();
            Assert.Equal(expected, gradient[i], 1e-12);
            Assert.Equal(expected, singles[i], 1e-5);
        }
    }

    [Fact]
    public void One_axis_is_enough()
    {
        double[] output = new double[6];
        new SpatialResampling(Width).Forward(new double[] { 1, 2, 10, 20 }, output);
        Assert.Equal([0, 2, 3, 0, 20, 30], output);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.Equal("ends", Assert.Throws<ArgumentException>(() => new ResamplingAxis(2, [0, 1], [0], [1])).ParamName);
        Assert.Equal("ends", Assert.Throws<ArgumentException>(() => new ResamplingAxis(2, [], [], [])).ParamName);
        Assert.Equal("sources", Assert.Throws<ArgumentException>(() => new ResamplingAxis(2, [1], [-1], [1])).ParamName);
        Assert.Equal("axes", Assert.Throws<ArgumentException>(() => new SpatialResampling(Width, Width, Width, Width)).ParamName);
        Assert.Equal("axes", Assert.Throws<ArgumentException>(() => new SpatialResampling(null!)).ParamName);
        Assert.Equal("inputDeltas", Assert.Throws<ArgumentException>(() => new SpatialResampling(Width).AddInputGradient(new double[3], new double[3])).ParamName);
        Assert.Equal("deltas", Assert.Throws<ArgumentException>(() => new SpatialResampling(Width).AddInputGradient(new double[4], new double[2])).ParamName);
        Assert.Equal("ends", Assert.Throws<ArgumentException>(() => new ResamplingAxis(2, [1, 1], [0], [1])).ParamName);
        Assert.Equal("ends", Assert.Throws<ArgumentException>(() => new ResamplingAxis(2, [1, 2], [0], [1])).ParamName);
        Assert.Equal("ends", Assert.Throws<ArgumentException>(() => new ResamplingAxis(2, [1], [0, 1], [1])).ParamName);
        Assert.Equal("ends", Assert.Throws<ArgumentException>(() => new ResamplingAxis(2, [1], [0], [1, 1])).ParamName);
        Assert.Equal("ends", Assert.Throws<ArgumentNullException>(() => new ResamplingAxis(2, null!, [0], [1])).ParamName);
        Assert.Equal("sources", Assert.Throws<ArgumentNullException>(() => new ResamplingAxis(2, [1], null!, [1])).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentNullException>(() => new ResamplingAxis(2, [1], [0], null!)).ParamName);
        Assert.Equal("sources", Assert.Throws<ArgumentException>(() => new ResamplingAxis(2, [1], [2], [1])).ParamName);
        Assert.Equal("axes", Assert.Throws<ArgumentException>(() => new SpatialResampling()).ParamName);
        Assert.Equal("input", Assert.Throws<ArgumentException>(() => new SpatialResampling(Width).Forward(new double[3], new double[3])).ParamName);
        Assert.Equal("output", Assert.Throws<ArgumentException>(() => new SpatialResampling(Width).Forward(new double[2], new double[4])).ParamName);
    }
}
