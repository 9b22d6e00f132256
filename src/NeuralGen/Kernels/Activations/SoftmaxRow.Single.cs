namespace NeuralGen;

/// <summary>The functions of one row by the formulas of emitted code, value by value.</summary>
internal static partial class SoftmaxRow
{
    public static void Softmax(ReadOnlySpan<float> input, Span<float> output)
    {
        float max = Largest(input);
        float sum = 0;
        for (int i = 0; i < input.Length; i++)
        {
            output[i] = ScalarMath.Exp(input[i] - max);
            sum += output[i];
        }

        for (int i = 0; i < output.Length; i++)
        {
            output[i] /= sum;
        }
    }

    public static void LogSoftmax(ReadOnlySpan<float> input, Span<float> output)
    {
        float max = Largest(input);
        float sum = 0;
        foreach (float value in input)
        {
            sum += ScalarMath.Exp(value - max);
        }

        float logSum = ScalarMath.Log(sum);
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = input[i] - max - logSum;
        }
    }

    public static void SoftmaxGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        float dot = 0;
        for (int i = 0; i < values.Length; i++)
        {
            dot += values[i] * deltas[i];
        }

        for (int i = 0; i < inputDeltas.Length; i++)
        {
            inputDeltas[i] = values[i] * (deltas[i] - dot);
        }
    }

    public static void LogSoftmaxGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        float sum = 0;
        foreach (float delta in deltas)
        {
            sum += delta;
        }

        for (int i = 0; i < inputDeltas.Length; i++)
        {
            inputDeltas[i] = deltas[i] - (ScalarMath.Exp(values[i]) * sum);
        }
    }

    private static float Largest(ReadOnlySpan<float> values)
    {
        float max = values[0];
        foreach (float value in values)
        {
            max = value > max ? value : max;
        }

        return max;
    }
}
