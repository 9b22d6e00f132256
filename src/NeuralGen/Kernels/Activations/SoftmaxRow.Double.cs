namespace NeuralGen;

/// <content>The functions of one row by the formulas of emitted code, value by value.</content>
internal static partial class SoftmaxRow
{
    public static void Softmax(ReadOnlySpan<double> input, Span<double> output)
    {
        double max = Largest(input);
        double sum = 0;
        for (int i = 0; i < input.Length; i++)
        {
            output[i] = Math.Exp(input[i] - max);
            sum += output[i];
        }

        for (int i = 0; i < output.Length; i++)
        {
            output[i] /= sum;
        }
    }

    public static void LogSoftmax(ReadOnlySpan<double> input, Span<double> output)
    {
        double max = Largest(input);
        double sum = 0;
        foreach (double value in input)
        {
            sum += Math.Exp(value - max);
        }

        double logSum = Math.Log(sum);
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = input[i] - max - logSum;
        }
    }

    public static void SoftmaxGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        double dot = 0;
        for (int i = 0; i < values.Length; i++)
        {
            dot += values[i] * deltas[i];
        }

        for (int i = 0; i < inputDeltas.Length; i++)
        {
            inputDeltas[i] = values[i] * (deltas[i] - dot);
        }
    }

    public static void LogSoftmaxGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        double sum = 0;
        foreach (double delta in deltas)
        {
            sum += delta;
        }

        for (int i = 0; i < inputDeltas.Length; i++)
        {
            inputDeltas[i] = deltas[i] - (Math.Exp(values[i]) * sum);
        }
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        double max = values[0];
        foreach (double value in values)
        {
            max = value > max ? value : max;
        }

        return max;
    }
}
