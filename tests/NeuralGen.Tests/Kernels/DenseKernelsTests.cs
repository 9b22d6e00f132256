using System.Numerics;

namespace NeuralGen.Tests.Kernels;

// What holds for both precisions; the derived classes call the overloads.
public abstract class DenseKernelsTests<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    protected abstract double Tolerance { get; }

    [Theory]
    [MemberData(nameof(DenseShapes.All), MemberType = typeof(DenseShapes))]
    public void Outputs_are_the_products_of_inputs_and_weights(int rows, int inputSize, int units)
    {
        Random random = new(1);
        GuardedArray<T> weights = new(units * inputSize, random), bias = new(units, random), inputs = new(rows * inputSize, random);
        GuardedArray<T> outputs = new(rows * units, random), outputsWithoutBias = new(rows * units, random);
        Forward(weights.Span, bias.Span, inputs.Span, outputs.Span, rows);
        Forward(weights.Span, [], inputs.Span, outputsWithoutBias.Span, rows);
        for (int row = 0; row < rows; row++)
        {
            for (int unit = 0; unit < units; unit++)
            {
                double sum = 0;
                for (int i = 0; i < inputSize; i++)
                {
                    sum += inputs.Before((row * inputSize) + i) * weights.Before((unit * inputSize) + i);
                }

                AssertClose(sum + bias.Before(unit), outputs.Span[(row * units) + unit]);
                AssertClose(sum, outputsWithoutBias.Span[(row * units) + unit]);
            }
        }

        AssertUnchanged(weights, bias, inputs);
        AssertGuarded(outputs, outputsWithoutBias);
    }

    [Theory]
    [MemberData(nameof(DenseShapes.All), MemberType = typeof(DenseShapes))]
    public void Input_gradients_are_added(int rows, int inputSize, int units)
    {
        Random random = new(2);
        GuardedArray<T> weights = new(units * inputSize, random), deltas = new(rows * units, random), inputDeltas = new(rows * inputSize, random);
        AddInputGradient(weights.Span, deltas.Span, inputDeltas.Span, rows);
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < inputSize; i++)
            {
                double sum = inputDeltas.Before((row * inputSize) + i);
                for (int unit = 0; unit < units; unit++)
                {
                    sum += deltas.Before((row * units) + unit) * weights.Before((unit * inputSize) + i);
                }

                AssertClose(sum, inputDeltas.Span[(row * inputSize) + i]);
            }
        }

        AssertUnchanged(weights, deltas);
        AssertGuarded(inputDeltas);
    }

    [Theory]
    [MemberData(nameof(DenseShapes.All), MemberType = typeof(DenseShapes))]
    public void Parameter_gradients_are_added(int rows, int inputSize, int units)
    {
        Random random = new(3);
        GuardedArray<T> inputs = new(rows * inputSize, random), deltas = new(rows * units, random);
        GuardedArray<T> weightGradient = new(units * inputSize, random), biasGradient = new(units, random);
        AddParameterGradient(inputs.Span, deltas.Span, weightGradient.Span, biasGradient.Span, rows);
        for (int unit = 0; unit < units; unit++)
        {
            double biasSum = biasGradient.Before(unit);
            for (int row = 0; row < rows; row++)
            {
                biasSum += deltas.Before((row * units) + unit);
            }

            AssertClose(biasSum, biasGradient.Span[unit]);
            for (int i = 0; i < inputSize; i++)
            {
                double sum = weightGradient.Before((unit * inputSize) + i);
                for (int row = 0; row < rows; row++)
                {
                    sum += deltas.Before((row * units) + unit) * inputs.Before((row * inputSize) + i);
                }

                AssertClose(sum, weightGradient.Span[(unit * inputSize) + i]);
            }
        }

        AssertUnchanged(inputs, deltas);
        AssertGuarded(weightGradient, biasGradient);

        T[] first = weightGradient.Span.ToArray();
        weightGradient.Restore();
        AddParameterGradient(inputs.Span, deltas.Span, weightGradient.Span, [], rows);
        Assert.Equal(first, weightGradient.Span.ToArray());
    }

    [Theory]
    [MemberData(nameof(DenseShapes.All), MemberType = typeof(DenseShapes))]
    public void Parameter_gradients_overwrite_what_is_there(int rows, int inputSize, int units)
    {
        Random random = new(6);
        GuardedArray<T> inputs = new(rows * inputSize, random), deltas = new(rows * units, random);
        GuardedArray<T> weightGradient = new(units * inputSize, random), biasGradient = new(units, random);
        T[] sums = new T[units * inputSize], biasSums = new T[units];
        AddParameterGradient(inputs.Span, deltas.Span, sums, biasSums, rows);
        AddParameterGradient(inputs.Span, deltas.Span, weightGradient.Span, biasGradient.Span, rows, overwrites: true);
        Assert.Equal(sums, weightGradient.Span.ToArray());
        Assert.Equal(biasSums, biasGradient.Span.ToArray());
        AssertGuarded(weightGradient, biasGradient);
    }

    [Theory]
    [MemberData(nameof(DenseShapes.All), MemberType = typeof(DenseShapes))]
    public void The_same_call_gives_the_same_bits(int rows, int inputSize, int units)
    {
        Random random = new(4);
        GuardedArray<T> weights = new(units * inputSize, random), inputs = new(rows * inputSize, random), outputs = new(rows * units, random);

        // Another distance from the edge of a cache line must not matter.
        T[] shifted = [T.Zero, .. inputs.Span];
        T[] again = new T[(rows * units) + 1], deltas = new T[(rows * inputSize) + 1];
        Forward(weights.Span, [], inputs.Span, outputs.Span, rows);
        Forward(weights.Span, [], shifted.AsSpan(1), again.AsSpan(1), rows);
        Assert.Equal(outputs.Span.ToArray(), again[1..]);

        T[] firstGradient = new T[units * inputSize], secondGradient = new T[(units * inputSize) + 1];
        AddParameterGradient(inputs.Span, outputs.Span, firstGradient, [], rows);
        AddParameterGradient(shifted.AsSpan(1), again.AsSpan(1), secondGradient.AsSpan(1), [], rows);
        Assert.Equal(firstGradient, secondGradient[1..]);

        T[] firstDeltas = new T[rows * inputSize];
        AddInputGradient(weights.Span, outputs.Span, firstDeltas, rows);
        AddInputGradient(weights.Span, again.AsSpan(1), deltas.AsSpan(1), rows);
        Assert.Equal(firstDeltas, deltas[1..]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(61)]
    public void Values_are_divided(int count)
    {
        GuardedArray<T> values = new(count, new Random(5));
        Divide(values.Span, T.CreateChecked(3));
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(T.CreateChecked(values.Before(i)) / T.CreateChecked(3), values.Span[i]);
        }

        AssertGuarded(values);
    }

    protected abstract void Forward(ReadOnlySpan<T> weights, ReadOnlySpan<T> bias, ReadOnlySpan<T> inputs, Span<T> outputs, int rows);

    protected abstract void AddInputGradient(ReadOnlySpan<T> weights, ReadOnlySpan<T> deltas, Span<T> inputDeltas, int rows);

    protected abstract void AddParameterGradient(
        ReadOnlySpan<T> inputs, ReadOnlySpan<T> deltas, Span<T> weightGradient, Span<T> biasGradient, int rows, bool overwrites = false);

    protected abstract void Divide(Span<T> values, T divisor);

    private static void AssertUnchanged(params GuardedArray<T>[] arrays) => Assert.All(arrays, array => Assert.True(array.IsUnchanged));

    private static void AssertGuarded(params GuardedArray<T>[] arrays) => Assert.All(arrays, array => Assert.True(array.GuardsAreUnchanged));

    private void AssertClose(double expected, T actual)
    {
        double difference = Math.Abs(expected - double.CreateChecked(actual));
        Assert.True(difference <= Tolerance * (1 + Math.Abs(expected)), $"{actual} is not {expected}.");
    }
}
