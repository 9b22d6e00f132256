namespace NeuralGen.Tests.Kernels;

public sealed class PackedDenseRowsTests
{
    public static TheoryData<int, int> Shapes
    {
        get
        {
            TheoryData<int, int> shapes = [];
            foreach (int inputs in new[] { 1, 2, 3, 4, 8, 17, 100, 401, 900 })
            {
                foreach (int units in new[] { 1, 2, 3, 4, 5, 7, 8, 9, 10, 15, 16, 17, 24, 31, 33, 40, 64, 65, 100, 131 })
                {
                    shapes.Add(inputs, units);
                }
            }

            // So many inputs are taken in two or three parts.
            shapes.Add(1500, 33);
            shapes.Add(1025, 150);
            shapes.Add(2500, 5);
            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Outputs_are_the_weighted_sums(int inputs, int units)
    {
        Random random = new((inputs * 1000) + units);
        float[] weights = Values(random, units * inputs);
        float[] bias = Values(random, units);
        PackedDenseRows dense = new(weights, bias, units);
        PackedDenseRows withoutBias = new(weights, default, units);
        foreach (int rows in new[] { 0, 1, 2, 3, 5, 6, 7, 12, 13, 23, 29 })
        {
            float[] input = Values(random, rows * inputs);
            float[] padded = new float[(rows * units) + 32];
            Array.Fill(padded, 77);
            dense.Forward(input, padded.AsSpan(16, rows * units), rows);
            float[] relu = new float[rows * units];
            dense.ForwardRelu(input, relu, rows);
            float[] plain = new float[rows * units];
            withoutBias.Forward(input, plain, rows);
            for (int i = 0; i < rows * units; i++)
            {
                double sum = Sum(weights, input, inputs, i % units, i / units);
                double tolerance = 1e-6 * Math.Max(4, Math.Sqrt(inputs));
                Assert.Equal(sum + bias[i % units], padded[16 + i], tolerance);
                Assert.Equal(Math.Max(0, padded[16 + i]), relu[i]);
                Assert.Equal(sum, plain[i], tolerance);
            }

            Assert.All(padded.Take(16).Concat(padded.Skip(16 + (rows * units))), value => Assert.Equal(77, value));
        }
    }

    // Tiles of other sizes compute the last rows, and must not be seen.
    [Theory]
    [InlineData(784, 128)]
    [InlineData(17, 10)]
    [InlineData(1500, 200)]
    [InlineData(500, 33)]
    [InlineData(100, 1)]
    [InlineData(9, 2)]
    [InlineData(5, 3)]
    [InlineData(2, 3)]
    public void A_row_has_the_same_outputs_wherever_it_stands(int inputs, int units)
    {
        Random random = new(5);
        PackedDenseRows dense = new(Values(random, units * inputs), Values(random, units), units);
        float[] row = Values(random, inputs);
        float[] all = [.. Enumerable.Range(0, 29).SelectMany(_ => row)];
        float[] outputs = new float[29 * units];
        dense.Forward(all, outputs, 29);
        float[] alone = new float[units];
        dense.Forward(row, alone, 1);
        Assert.Equal(alone, outputs.Take(units));
        for (int i = 0; i < outputs.Length; i++)
        {
            Assert.Equal(outputs[i % units], outputs[i]);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public void NaN_stays_and_lengths_are_checked(int units)
    {
        PackedDenseRows dense = new(new float[2 * units].Select(_ => 1f).ToArray(), new float[units], units);
        float[] outputs = new float[2 * units];
        dense.ForwardRelu([1, 2, float.NaN, 1], outputs, 2);
        Assert.All(outputs.Take(units), value => Assert.Equal(3, value));
        Assert.All(outputs.Skip(units), value => Assert.True(float.IsNaN(value)));
        Assert.Throws<ArgumentException>("inputs", () => dense.Forward([1], outputs, 2));
        Assert.Throws<ArgumentException>("outputs", () => dense.Forward([1, 2, 3, 4], new float[3], 2));
    }

    [Fact]
    public void Calls_allocate_nothing()
    {
        PackedDenseRows dense = new(new float[130 * 70], new float[130], 130);
        float[] input = new float[70 * 20];
        float[] output = new float[130 * 20];
        dense.Forward(input, output, 20);
        long before = GC.GetAllocatedBytesForCurrentThread();
        dense.Forward(input, output, 20);
        dense.ForwardRelu(input, output, 20);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static double Sum(float[] weights, float[] input, int inputs, int unit, int row)
    {
        double sum = 0;
        for (int i = 0; i < inputs; i++)
        {
            sum += (double)weights[(unit * inputs) + i] * input[(row * inputs) + i];
        }

        return sum;
    }

    private static float[] Values(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)((2 * random.NextDouble()) - 1))];
}
