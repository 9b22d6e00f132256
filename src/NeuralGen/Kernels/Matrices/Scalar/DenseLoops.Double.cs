namespace NeuralGen.Kernels.Matrices.Scalar;

/// <content>The overloads for numbers of double precision.</content>
internal static partial class DenseLoops
{
    public static void Forward(ReadOnlySpan<double> weights, ReadOnlySpan<double> bias, ReadOnlySpan<double> inputs, Span<double> outputs, DenseShape shape)
    {
        for (int row = 0; row < shape.Rows; row++)
        {
            ReadOnlySpan<double> input = inputs.Slice(row * shape.InputSize, shape.InputSize);
            Span<double> output = outputs.Slice(row * shape.Units, shape.Units);
            for (int unit = 0; unit < output.Length; unit++)
            {
                double start = bias.IsEmpty ? 0 : bias[unit];
                output[unit] = start + Dot(weights.Slice(unit * shape.InputSize, shape.InputSize), input);
            }
        }
    }

    public static void AddInputGradient(ReadOnlySpan<double> weights, ReadOnlySpan<double> deltas, Span<double> inputDeltas, DenseShape shape)
    {
        for (int row = 0; row < shape.Rows; row++)
        {
            Span<double> inputDelta = inputDeltas.Slice(row * shape.InputSize, shape.InputSize);
            for (int unit = 0; unit < shape.Units; unit++)
            {
                AddScaled(weights.Slice(unit * shape.InputSize, shape.InputSize), deltas[(row * shape.Units) + unit], inputDelta);
            }
        }
    }

    public static void AddParameterGradient(
        ReadOnlySpan<double> inputs, ReadOnlySpan<double> deltas, Span<double> weightGradient, Span<double> biasGradient, DenseShape shape, bool overwrites)
    {
        if (overwrites)
        {
            weightGradient.Clear();
            biasGradient.Clear();
        }

        for (int row = 0; row < shape.Rows; row++)
        {
            ReadOnlySpan<double> input = inputs.Slice(row * shape.InputSize, shape.InputSize);
            ReadOnlySpan<double> delta = deltas.Slice(row * shape.Units, shape.Units);
            for (int unit = 0; unit < delta.Length; unit++)
            {
                AddScaled(input, delta[unit], weightGradient.Slice(unit * shape.InputSize, shape.InputSize));
            }

            if (!biasGradient.IsEmpty)
            {
                AddScaled(delta, 1, biasGradient);
            }
        }
    }

    public static void Divide(Span<double> values, double divisor)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] /= divisor;
        }
    }

    // Four sums: they run side by side, and lose fewer digits than one long chain.
    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        right = right.Slice(0, left.Length);
        double sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
        int i = 0;
        for (; i <= left.Length - 4; i += 4)
        {
            sum0 += left[i] * right[i];
            sum1 += left[i + 1] * right[i + 1];
            sum2 += left[i + 2] * right[i + 2];
            sum3 += left[i + 3] * right[i + 3];
        }

        for (; i < left.Length; i++)
        {
            sum0 += left[i] * right[i];
        }

        return sum0 + sum1 + (sum2 + sum3);
    }

    private static void AddScaled(ReadOnlySpan<double> values, double factor, Span<double> sums)
    {
        sums = sums.Slice(0, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            sums[i] += factor * values[i];
        }
    }
}
