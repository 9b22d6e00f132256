namespace NeuralGen.Tests.Kernels;

public sealed class DenseKernelsCallTests
{
    private static readonly float[] Six = new float[6];

    // Three units of two inputs each, and two rows: weights 6, inputs 4, outputs 6.
    [Theory]
    [InlineData(5, 3, 4, 6, 2)]
    [InlineData(6, 2, 4, 6, 2)]
    [InlineData(6, 3, 5, 6, 2)]
    [InlineData(6, 3, 4, 5, 2)]
    [InlineData(6, 3, 4, 6, 0)]
    [InlineData(6, 3, 4, 6, 1)]
    [InlineData(6, 3, 4, 6, -1)]
    public void Wrong_lengths_are_refused(int weights, int bias, int inputs, int outputs, int rows)
    {
        float[] w = new float[weights], b = new float[bias], x = new float[inputs], y = new float[outputs];
        Assert.ThrowsAny<ArgumentException>(() => DenseKernels.Forward(w, b, x, y, rows));
        Assert.ThrowsAny<ArgumentException>(() => DenseKernels.AddParameterGradient(x, y, w, b, rows));
        if (bias == 3)
        {
            Assert.ThrowsAny<ArgumentException>(() => DenseKernels.AddInputGradient(w, y, x, rows));
        }
    }

    [Fact]
    public void No_rows_are_no_work()
    {
        DenseKernels.Forward(Six, [], [], [], 0);
        DenseKernels.AddInputGradient(Six, [], [], 0);
        float[] gradient = [1, 2], bias = [3];
        DenseKernels.AddParameterGradient([], [], gradient, bias, 0);
        Assert.Equal([1, 2], gradient);
        Assert.Equal([3], bias);
    }

    [Fact]
    public void Units_without_inputs_give_their_bias()
    {
        float[] outputs = new float[4];
        DenseKernels.Forward([], [1, 2], [], outputs, 2);
        Assert.Equal([1, 2, 1, 2], outputs);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 21, 19)]
    [InlineData(2, 3, 3)]
    [InlineData(5, 21, 19)]
    [InlineData(20, 21, 19)]
    [InlineData(20, 9, 3)]
    [InlineData(70, 130, 10)]
    public void What_is_not_a_number_spreads_as_in_plain_arithmetic(int rows, int inputSize, int units)
    {
        float[] weights = Filled(units * inputSize), inputs = Filled(rows * inputSize), deltas = Filled(rows * units);
        float[] outputs = new float[rows * units], inputDeltas = new float[rows * inputSize], gradient = new float[units * inputSize];

        // The last input of the last row and the first weight.
        inputs[^1] = float.NaN;
        weights[0] = float.PositiveInfinity;
        deltas[^1] = float.NegativeInfinity;
        DenseKernels.Forward(weights, [], inputs, outputs, rows);
        DenseKernels.AddInputGradient(weights, deltas, inputDeltas, rows);
        DenseKernels.AddParameterGradient(inputs, deltas, gradient, [], rows);
        for (int row = 0; row < rows; row++)
        {
            for (int unit = 0; unit < units; unit++)
            {
                Assert.Equal(Sum(inputSize, i => inputs[(row * inputSize) + i] * weights[(unit * inputSize) + i]), outputs[(row * units) + unit]);
            }

            for (int i = 0; i < inputSize; i++)
            {
                Assert.Equal(Sum(units, unit => deltas[(row * units) + unit] * weights[(unit * inputSize) + i]), inputDeltas[(row * inputSize) + i]);
            }
        }

        for (int index = 0; index < gradient.Length; index++)
        {
            Assert.Equal(Sum(rows, row => deltas[(row * units) + (index / inputSize)] * inputs[(row * inputSize) + (index % inputSize)]), gradient[index]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(40)]
    public void Nothing_is_allocated(int rows)
    {
        float[] weights = Filled(100 * 300), inputs = Filled(rows * 300), deltas = Filled(rows * 100);
        float[] outputs = new float[rows * 100], inputDeltas = new float[rows * 300], gradient = new float[100 * 300], bias = new float[100];
        long before = 0;
        for (int i = 0; i < 3; i++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            DenseKernels.Forward(weights, bias, inputs, outputs, rows);
            DenseKernels.AddInputGradient(weights, deltas, inputDeltas, rows);
            DenseKernels.AddParameterGradient(inputs, deltas, gradient, bias, rows);
            DenseKernels.Divide(gradient, 7);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    // Small whole numbers, whose sums are exact in any order.
    private static float[] Filled(int count) => [.. Enumerable.Range(0, count).Select(i => (float)((i % 5) + 1))];

    private static float Sum(int count, Func<int, float> term)
    {
        float sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += term(i);
        }

        return sum;
    }
}
