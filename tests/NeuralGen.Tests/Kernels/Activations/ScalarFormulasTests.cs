using NeuralGen.Kernels.Elements;
using NeuralGen.Kernels.Functions;

namespace NeuralGen.Tests.Kernels;

/// <summary>What machines without vectors compute, value by value and row by row, against the formulas.</summary>
public sealed class ScalarFormulasTests
{
    [Fact]
    public void Values_and_gradients_are_those_of_the_formula()
    {
        double[] x = [-2.5, -0.25, 0, 0.75, 3], wide = new double[5];
        float[] single = Array.ConvertAll(x, value => (float)value), narrow = new float[5], deltas = [1, -2, 0.5f, 3, 4];
        double[] wideDeltas = Array.ConvertAll(deltas, value => (double)value);
        ScalarLoops.Values(single, narrow, default(Tanh));
        ScalarLoops.Values(x, wide, default(Tanh));
        Assert.All(x, (value, i) => Assert.Equal(Math.Tanh(value), narrow[i], 1e-6));
        Assert.All(x, (value, i) => Assert.Equal(Math.Tanh(value), wide[i], 1e-15));

        // The derivative is written with the result: 1 - y².
        float[] narrowGradient = new float[5];
        double[] wideGradient = new double[5];
        ScalarLoops.Gradients(narrow, deltas, narrowGradient, default(Tanh));
        ScalarLoops.Gradients(wide, wideDeltas, wideGradient, default(Tanh));
        Assert.All(x, (value, i) => Assert.Equal(deltas[i] / Math.Cosh(value) / Math.Cosh(value), narrowGradient[i], 1e-6));
        Assert.All(x, (value, i) => Assert.Equal(deltas[i] / Math.Cosh(value) / Math.Cosh(value), wideGradient[i], 1e-14));
    }

    [Fact]
    public void Rows_and_their_gradients_are_those_of_the_formula()
    {
        const int Columns = 3;
        double[] x = [-1, 0.5, 2, 3, 3, -3], wide = new double[6], wideGradient = new double[6];
        float[] narrow = new float[6], narrowGradient = new float[6], deltas = [1, -2, 0.5f, 3, 4, -1];
        ScalarRows.Values(Array.ConvertAll(x, value => (float)value), narrow, Columns, default(Softmax));
        ScalarRows.Values(x, wide, Columns, default(Softmax));
        ScalarRows.Gradients(narrow, deltas, narrowGradient, Columns, default(Softmax));
        ScalarRows.Gradients(wide, Array.ConvertAll(deltas, value => (double)value), wideGradient, Columns, default(Softmax));
        for (int i = 0; i < x.Length; i++)
        {
            int start = i / Columns * Columns;
            double[] shares = [.. x.Skip(start).Take(Columns).Select(Math.Exp)];
            shares = [.. shares.Select(share => share / shares.Sum())];
            double value = shares[i - start], mean = shares.Select((share, column) => share * deltas[start + column]).Sum();
            Assert.Equal(value, narrow[i], 1e-6);
            Assert.Equal(value, wide[i], 1e-15);
            Assert.Equal(value * (deltas[i] - mean), narrowGradient[i], 1e-6);
            Assert.Equal(value * (deltas[i] - mean), wideGradient[i], 1e-14);
        }
    }
}
