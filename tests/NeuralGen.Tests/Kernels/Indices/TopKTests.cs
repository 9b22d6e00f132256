namespace NeuralGen.Tests.Kernels.Indices;

public sealed class TopKTests
{
    public static TheoryData<int, int, int, int> Shapes => new()
    {
        { 1, 1, 1, 1 }, { 1, 5, 1, 2 }, { 3, 7, 1, 7 }, { 2, 6, 4, 3 }, { 2, 300, 3, 200 }, { 1, 200, 1, 128 }, { 4, 9, 2, 1 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_best_of_each_row_come_in_their_order(int outer, int length, int inner, int count)
    {
        Random random = new(length);
        // Few different values, so that many are equal; NaN is above them all.
        float[] input = [.. Enumerable.Range(0, outer * length * inner).Select(_ => random.Next(8) is > 0 and var value ? value - 4 : float.NaN)];
        double[] inputs = Array.ConvertAll(input, value => (double)value);
        foreach (bool isLargest in new[] { true, false })
        {
            int[] sources = Sources(inputs, outer, length, inner, count, isLargest);
            long[] expected = [.. sources.Select(source => (long)(source / inner % length))];
            long[] positions = new long[sources.Length];
            TopK.Indices(inputs, positions, length, inner, count, isLargest);
            Assert.Equal(expected, positions);
            Array.Clear(positions);
            TopK.Indices(input, positions, length, inner, count, isLargest);
            Assert.Equal(expected, positions);

            double[] doubles = new double[sources.Length];
            float[] singles = new float[sources.Length];
            Forget(sources.Length);
            TopK.Values(inputs, doubles, length, inner, count, isLargest);
            Forget(sources.Length);
            TopK.Values(input, singles, length, inner, count, isLargest);
            Assert.Equal(sources.Select(source => inputs[source]), doubles);
            Assert.Equal(sources.Select(source => input[source]), singles);

            double[] gradient = new double[inputs.Length], expectedGradient = new double[inputs.Length];
            float[] singleGradient = new float[inputs.Length];
            Array.Fill(gradient, 100);
            Array.Fill(singleGradient, 100);
            Array.Fill(expectedGradient, 100);
            double[] deltas = [.. sources.Select((_, i) => i + 1.0)];
            for (int i = 0; i < sources.Length; i++)
            {
                expectedGradient[sources[i]] += deltas[i];
            }

            Forget(sources.Length);
            TopK.AddGradient(inputs, deltas, gradient, length, inner, count, isLargest);
            Forget(sources.Length);
            TopK.AddGradient(input, Array.ConvertAll(deltas, delta => (float)delta), singleGradient, length, inner, count, isLargest);
            Assert.Equal(expectedGradient, gradient);
            Assert.Equal(expectedGradient, Array.ConvertAll(singleGradient, value => (double)value));
        }
    }

    // Memory that is rented keeps what was in it.
    private static void Forget(int count)
    {
        long[] rented = System.Buffers.ArrayPool<long>.Shared.Rent(count);
        Array.Fill(rented, long.MinValue);
        System.Buffers.ArrayPool<long>.Shared.Return(rented);
    }

    private static int[] Sources(double[] input, int outer, int length, int inner, int count, bool isLargest)
    {
        int[] sources = new int[outer * count * inner];
        for (int row = 0; row < outer * inner; row++)
        {
            (int block, int column) = (row / inner, row % inner);
            IEnumerable<int> all = Enumerable.Range(0, length).Select(i => (((block * length) + i) * inner) + column);
            IEnumerable<int> ordered = isLargest
                ? all.OrderByDescending(i => double.IsNaN(input[i])).ThenByDescending(i => input[i])
                : all.OrderBy(i => double.IsNaN(input[i])).ThenBy(i => input[i]);
            int rank = 0;
            foreach (int source in ordered.Take(count))
            {
                sources[(((block * count) + rank++) * inner) + column] = source;
            }
        }

        return sources;
    }
}
