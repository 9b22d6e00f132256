namespace NeuralGen.Tests.Kernels.Recurrences;

/// <summary>Single steps of recurrent layers, against the textbook's formulas in double precision.</summary>
public class RecurrentKernelsTests
{
    public static TheoryData<int> Units => [1, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 31, 32, 33, 40, 67];

    [Theory]
    [MemberData(nameof(Units))]
    public void A_step_of_an_lstm(int units)
    {
        Random random = new(units);
        GuardedArray<float> gates = new(4 * units, random), sums = new(4 * units, random), cell = new(units, random), hidden = new(units, random);
        RecurrentKernels.Lstm(gates.Span, sums.Span, cell.Span, hidden.Span);
        double Gate(int gate, int unit) => gates.Before((gate * units) + unit) + sums.Before((gate * units) + unit);
        for (int unit = 0; unit < units; unit++)
        {
            double state = (Sigmoid(Gate(1, unit)) * cell.Before(unit)) + (Sigmoid(Gate(0, unit)) * Math.Tanh(Gate(2, unit)));
            Assert.Equal(state, cell.Span[unit], 1e-6);
            Assert.Equal(Sigmoid(Gate(3, unit)) * Math.Tanh(state), hidden.Span[unit], 1e-6);
        }

        Assert.True(gates.IsUnchanged && sums.IsUnchanged && cell.GuardsAreUnchanged && hidden.GuardsAreUnchanged);
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void A_step_of_a_gru(int units)
    {
        Random random = new(units);
        GuardedArray<float> gates = new(3 * units, random), sums = new(3 * units, random), before = new(units, random), hidden = new(units, random);
        RecurrentKernels.Gru(gates.Span, sums.Span, before.Span, hidden.Span);
        double Gate(int gate, int unit) => gates.Before((gate * units) + unit);
        double Sum(int gate, int unit) => sums.Before((gate * units) + unit);
        for (int unit = 0; unit < units; unit++)
        {
            double reset = Sigmoid(Gate(0, unit) + Sum(0, unit)), update = Sigmoid(Gate(1, unit) + Sum(1, unit));
            double expected = ((1 - update) * Math.Tanh(Gate(2, unit) + (reset * Sum(2, unit)))) + (update * before.Before(unit));
            Assert.Equal(expected, hidden.Span[unit], 1e-6);
        }

        Assert.True(gates.IsUnchanged && sums.IsUnchanged && before.IsUnchanged && hidden.GuardsAreUnchanged);
    }

    [Fact]
    public void A_wrong_length_is_an_error()
    {
        Assert.Throws<ArgumentException>("gates", () => RecurrentKernels.Lstm(new float[7], new float[8], new float[2], new float[2]));
        Assert.Throws<ArgumentException>("sums", () => RecurrentKernels.Lstm(new float[8], new float[6], new float[2], new float[2]));
        Assert.Throws<ArgumentException>("cell", () => RecurrentKernels.Lstm(new float[8], new float[8], new float[3], new float[2]));
        Assert.Throws<ArgumentException>("gates", () => RecurrentKernels.Gru(new float[8], new float[6], new float[2], new float[2]));
        Assert.Throws<ArgumentException>("sums", () => RecurrentKernels.Gru(new float[6], new float[8], new float[2], new float[2]));
        Assert.Throws<ArgumentException>("before", () => RecurrentKernels.Gru(new float[6], new float[6], new float[1], new float[2]));
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
