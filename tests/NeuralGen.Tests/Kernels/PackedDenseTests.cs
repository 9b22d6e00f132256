namespace NeuralGen.Tests.Kernels;

public sealed class PackedDenseTests
{
    public static TheoryData<int, int> Shapes
    {
        get
        {
            TheoryData<int, int> shapes = [];
            foreach (int inputs in new[] { 1, 2, 3, 7, 8, 16, 17, 31, 32, 33, 47, 64, 100, 131 })
            {
                foreach (int units in new[] { 1, 2, 3, 4, 5, 8, 9, 15, 16, 17, 24, 31, 33, 40, 48, 64, 65, 75, 80, 96, 97, 100, 104, 112, 130, 140, 150, 165, 176, 200, 290 })
                {
                    shapes.Add(inputs, units);
                }
            }

            // Few units of many inputs: their weights would not stay in the first cache beside lanes without a unit.
            shapes.Add(600, 5);
            shapes.Add(700, 9);
            shapes.Add(800, 12);
            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Outputs_are_the_weighted_sums(int inputs, int units)
    {
        Random random = new((inputs * 1000) + units);
        float[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)((2 * random.NextDouble()) - 1))];
        float[] weights = Values(units * inputs);
        float[] bias = Values(units);
        float[] input = Values(inputs);
        float[] padded = new float[units + 32];
        Array.Fill(padded, 77);
        new PackedDense(weights, bias, units).Forward(input, padded.AsSpan(16, units));
        float[] relu = new float[units];
        new PackedDense(weights, bias, units).ForwardRelu(input, relu);
        float[] plain = new float[units];
        new PackedDense(weights, default, units).Forward(input, plain);
        for (int unit = 0; unit < units; unit++)
        {
            double sum = 0;
            for (int i = 0; i < inputs; i++)
            {
                sum += (double)weights[(unit * inputs) + i] * input[i];
            }

            Assert.Equal(sum + bias[unit], padded[16 + unit], 1e-5 * (1 + Math.Abs(sum)));
            Assert.Equal(Math.Max(0, padded[16 + unit]), relu[unit]);
            Assert.Equal(sum, plain[unit], 1e-5 * (1 + Math.Abs(sum)));
        }

        Assert.All(padded.Take(16).Concat(padded.Skip(16 + units)), value => Assert.Equal(77, value));
    }

    [Fact]
    public void NaN_stays_and_lengths_are_checked()
    {
        PackedDense dense = new([1, 1, 2, 2], [0, 0], 2);
        float[] output = new float[2];
        dense.ForwardRelu([float.NaN, 1], output);
        Assert.All(output, value => Assert.True(float.IsNaN(value)));
        Assert.Throws<ArgumentException>("input", () => dense.Forward([1], output));
        Assert.Throws<ArgumentException>("output", () => dense.Forward([1, 2], new float[3]));
    }

    [Fact]
    public void Calls_allocate_nothing()
    {
        PackedDense dense = new(new float[130 * 70], new float[130], 130);
        float[] input = new float[70];
        float[] output = new float[130];
        dense.Forward(input, output);
        long before = GC.GetAllocatedBytesForCurrentThread();
        dense.Forward(input, output);
        dense.ForwardRelu(input, output);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
