namespace NeuralGen.Tests.Kernels.Recurrences;

/// <summary>Whole steps of recurrent layers, against the textbook's formulas in double precision.</summary>
public class PackedRecurrenceTests
{
    public static TheoryData<int, int, bool> Sizes
    {
        get
        {
            TheoryData<int, int, bool> sizes = [];
            foreach (int units in (int[])[1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 20, 31, 32, 33, 48, 64, 67])
            {
                sizes.Add(units, 1, false);
                sizes.Add(units, 5, units % 2 == 0);
            }

            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Lstm(int units, int steps, bool isReversed)
    {
        Random random = new(units);
        (float[] weights, float[] bias, float[] gates, float[] before) = Numbers(random, 4, units, steps);
        float[] cell = Numbers(random, units);
        double[] state = Array.ConvertAll(cell, value => (double)value);
        double[] last = Array.ConvertAll(before, value => (double)value);
        float[] hidden = new float[steps * units];
        new PackedRecurrence(weights, bias, units).Lstm(gates, before, cell, hidden, isReversed);
        for (int place = 0; place < steps; place++)
        {
            int step = isReversed ? steps - 1 - place : place;
            double[] sums = Sums(weights, bias, last, units);
            double Gate(int gate, int unit) => gates[(((step * 4) + gate) * units) + unit] + sums[(gate * units) + unit];
            last = [.. Enumerable.Range(0, units).Select(unit =>
            {
                state[unit] = (Sigmoid(Gate(1, unit)) * state[unit]) + (Sigmoid(Gate(0, unit)) * Math.Tanh(Gate(2, unit)));
                return Sigmoid(Gate(3, unit)) * Math.Tanh(state[unit]);
            })];
            AssertClose(last, hidden.AsSpan(step * units, units));
        }

        AssertClose(state, cell);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Gru(int units, int steps, bool isReversed)
    {
        Random random = new(units);
        (float[] weights, float[] bias, float[] gates, float[] before) = Numbers(random, 3, units, steps);
        double[] last = Array.ConvertAll(before, value => (double)value);
        float[] hidden = new float[steps * units];
        new PackedRecurrence(weights, units % 3 == 0 ? default : bias, units).Gru(gates, before, hidden, isReversed);
        for (int place = 0; place < steps; place++)
        {
            int step = isReversed ? steps - 1 - place : place;
            double[] sums = Sums(weights, units % 3 == 0 ? new float[bias.Length] : bias, last, units);
            double Gate(int gate, int unit) => gates[(((step * 3) + gate) * units) + unit];
            last = [.. Enumerable.Range(0, units).Select(unit =>
            {
                double reset = Sigmoid(Gate(0, unit) + sums[unit]);
                double update = Sigmoid(Gate(1, unit) + sums[units + unit]);
                return ((1 - update) * Math.Tanh(Gate(2, unit) + (reset * sums[(2 * units) + unit]))) + (update * last[unit]);
            })];
            AssertClose(last, hidden.AsSpan(step * units, units));
        }
    }

    /// <summary>Pointers into memory stay right where it is tidied up.</summary>
    [Fact]
    public void Weights_stay_where_they_are()
    {
        const int Units = 20;
        Random random = new(1);
        (float[] weights, float[] bias, float[] gates, float[] before) = Numbers(random, 3, Units, 1);
        float[] first = new float[Units], second = new float[Units];
        List<float[]> around = [];
        List<PackedRecurrence> packed = [];
        for (int i = 0; i < 50; i++)
        {
            around.Add(new float[500]);
            packed.Add(new PackedRecurrence(weights, bias, Units));
        }

        packed[0].Gru(gates, before, first);
        around.Clear();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        for (int i = 0; i < 300; i++)
        {
            float[] other = new float[1000];
            Array.Fill(other, float.NaN);
            around.Add(other);
        }

        foreach (PackedRecurrence each in packed)
        {
            each.Gru(gates, before, second);
            Assert.Equal(first, second);
        }

        GC.KeepAlive(around);
    }

    [Fact]
    public void A_wrong_length_is_an_error()
    {
        PackedRecurrence packed = new(new float[16], default, 2);
        Assert.Throws<ArgumentException>("gates", () => packed.Lstm(new float[7], new float[2], new float[2], new float[2]));
        Assert.Throws<ArgumentException>("before", () => packed.Lstm(new float[8], new float[3], new float[2], new float[2]));
        Assert.Throws<ArgumentException>("cell", () => packed.Lstm(new float[8], new float[2], new float[1], new float[2]));
        Assert.Throws<ArgumentException>("hidden", () => packed.Lstm(new float[8], new float[2], new float[2], new float[3]));
        Assert.Throws<ArgumentException>("gates", () => new PackedRecurrence(new float[12], default, 2).Gru(new float[7], new float[2], new float[2]));
        Assert.Throws<ArgumentException>("before", () => new PackedRecurrence(new float[12], default, 2).Gru(new float[6], new float[1], new float[2]));
        Assert.Throws<ArgumentException>("hidden", () => new PackedRecurrence(new float[12], default, 2).Gru(new float[6], new float[2], new float[3]));
    }

    [Fact]
    public void Weights_of_another_cell_are_an_error()
    {
        PackedRecurrence lstm = new(new float[16], default, 2), gru = new(new float[12], default, 2);
        Assert.Equal(
            "The weights are those of 3 gates; 4 are needed.",
            Assert.Throws<InvalidOperationException>(() => gru.Lstm(new float[8], new float[2], new float[2], new float[2])).Message);
        Assert.Equal(
            "The weights are those of 4 gates; 3 are needed.",
            Assert.Throws<InvalidOperationException>(() => lstm.Gru(new float[6], new float[2], new float[2])).Message);
    }

    private static double[] Sums(float[] weights, float[] bias, double[] hidden, int units) =>
        [.. bias.Select((value, row) => value + Enumerable.Range(0, units).Sum(i => weights[(row * units) + i] * hidden[i]))];

    private static (float[] Weights, float[] Bias, float[] Gates, float[] Before) Numbers(Random random, int gates, int units, int steps) =>
        (Numbers(random, gates * units * units), Numbers(random, gates * units), Numbers(random, gates * units * steps), Numbers(random, units));

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static void AssertClose(double[] expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-5);
        }
    }
}
