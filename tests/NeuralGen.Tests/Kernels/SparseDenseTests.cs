namespace NeuralGen.Tests.Kernels;

public sealed class SparseDenseTests
{
    [Theory]
    [InlineData(1, 1, 0.5)]
    [InlineData(7, 3, 0.3)]
    [InlineData(40, 33, 0.1)]
    [InlineData(100, 9, 0.02)]
    [InlineData(64, 20, 0)]
    [InlineData(30, 17, 1)]
    public void Outputs_are_the_weighted_sums(int inputs, int units, double density)
    {
        Random random = new(inputs + units);
        float[] Values(int count, double share) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() < share ? (float)((2 * random.NextDouble()) - 1) : 0)];
        float[] weights = Values(units * inputs, density);
        float[] bias = Values(units, 1);
        SparseDense sparse = new(weights, bias, units);
        SparseDense withoutBias = new(weights, default, units);
        foreach (int rows in new[] { 0, 1, 3, 16, 31, 32, 33, 70 })
        {
            float[] input = Values(rows * inputs, 1);
            float[] output = new float[rows * units];
            float[] plain = new float[rows * units];
            sparse.Forward(input, output, rows);
            withoutBias.Forward(input, plain, rows);
            for (int row = 0; row < rows; row++)
            {
                float[] alone = new float[units];
                sparse.Forward(input.AsSpan(row * inputs, inputs), alone);
                for (int unit = 0; unit < units; unit++)
                {
                    double sum = Enumerable.Range(0, inputs).Sum(i => (double)weights[(unit * inputs) + i] * input[(row * inputs) + i]);
                    Assert.Equal(sum + bias[unit], output[(row * units) + unit], 1e-5);
                    Assert.Equal(sum + bias[unit], alone[unit], 1e-5);
                    Assert.Equal(sum, plain[(row * units) + unit], 1e-5);
                }
            }
        }
    }

    [Fact]
    public void A_weight_of_zero_ignores_its_input()
    {
        SparseDense sparse = new([0, 2, 0, 1, 1, 0], default, 2);
        float[] output = new float[2];
        sparse.Forward([1, 3, float.NaN], output);
        Assert.Equal([6, 4], output);
        sparse.Forward([1, 3, float.NaN], output, 1);
        Assert.Equal([6, 4], output);
    }

    [Fact]
    public void Lengths_are_checked()
    {
        SparseDense sparse = new([1, 0], default, 1);
        float[] output = new float[1];
        Assert.Throws<ArgumentException>("inputs", () => sparse.Forward([1], output));
        Assert.Throws<ArgumentException>("outputs", () => sparse.Forward([1, 2], new float[2]));
        Assert.Throws<ArgumentException>("inputs", () => sparse.Forward([1, 2, 3], output, 1));
    }
}
