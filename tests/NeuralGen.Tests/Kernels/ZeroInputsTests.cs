namespace NeuralGen.Tests.Kernels;

/// <summary>Layers so large that the weights of inputs that are 0 are not read, against sums in double precision and against the layer of the other inputs
/// alone, which adds the same numbers in the same order.</summary>
public sealed class ZeroInputsTests
{
    // Every width of panels, last vectors that are not full, and more inputs than a list on the stack takes.
    [Theory]
    [InlineData(1300, 112)]
    [InlineData(1200, 128)]
    [InlineData(1000, 137)]
    [InlineData(1000, 160)]
    [InlineData(900, 170)]
    [InlineData(900, 192)]
    [InlineData(784, 512)]
    [InlineData(3000, 224)]
    public void Outputs_are_the_weighted_sums(int inputs, int units)
    {
        Random random = new(inputs + units);
        float[] weights = Values(random, units * inputs), bias = Values(random, units);
        PackedDense dense = new(weights, bias, units);

        // In 1000: no zeros, a few, more than a quarter, and nothing else.
        foreach (int share in (int[])[0, 100, 300, 900, 1000])
        {
            float[] input = Values(random, inputs);
            for (int i = 0; i < inputs; i++)
            {
                input[i] = random.Next(1000) < share ? i % 2 == 0 ? 0f : -0f : input[i];
            }

            float[] padded = new float[units + 32], relu = new float[units], used = new float[units];
            Array.Fill(padded, 77);
            dense.Forward(input, padded.AsSpan(16, units));
            dense.ForwardRelu(input, relu);
            int[] places = [.. Enumerable.Range(0, inputs).Where(i => input[i] != 0).DefaultIfEmpty(0)];
            float[] usedWeights = [.. Enumerable.Range(0, units).SelectMany(unit => places.Select(i => weights[(unit * inputs) + i]))];
            new PackedDense(usedWeights, bias, units).Forward([.. places.Select(i => input[i])], used);
            for (int unit = 0; unit < units; unit++)
            {
                double sum = bias[unit] + Enumerable.Range(0, inputs).Sum(i => (double)weights[(unit * inputs) + i] * input[i]);
                Assert.Equal(sum, padded[16 + unit], 1e-4);
                Assert.Equal(used[unit], padded[16 + unit]);
                Assert.Equal(Math.Max(0, padded[16 + unit]), relu[unit]);
            }

            Assert.All(padded.Take(16).Concat(padded.Skip(16 + units)), value => Assert.Equal(77, value));
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Weights_that_are_not_finite_count_where_the_input_is_0(float weight)
    {
        const int Inputs = 1000, Units = 160;
        float[] weights = new float[Inputs * Units], output = new float[Units];
        weights[(3 * Inputs) + 7] = weight;
        new PackedDense(weights, default, Units).Forward(new float[Inputs], output);
        Assert.Equal(float.NaN, output[3]);
        Assert.Equal(0, output[4]);
    }

    [Fact]
    public void Inputs_that_are_not_a_number_count()
    {
        const int Inputs = 1000, Units = 160;
        float[] weights = new float[Inputs * Units], input = new float[Inputs], output = new float[Units];
        input[500] = float.NaN;
        new PackedDense(weights, default, Units).Forward(input, output);
        Assert.All(output, value => Assert.Equal(float.NaN, value));
    }

    [Theory]
    [InlineData(784)]
    [InlineData(3000)]
    public void Calls_allocate_nothing(int inputs)
    {
        PackedDense dense = new(new float[512 * inputs], default, 512);
        float[] input = new float[inputs], output = new float[512];
        dense.Forward(input, output);
        long before = GC.GetAllocatedBytesForCurrentThread();
        dense.Forward(input, output);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static float[] Values(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)((2 * random.NextDouble()) - 1))];
}
