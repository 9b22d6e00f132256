namespace NeuralGen.Kernels.Elements;

/// <summary>Normalisation of rows, value by value.</summary>
internal static class ScalarNormalization
{
    public static void Values(
        ReadOnlySpan<float> input, Span<float> output, int columns, ReadOnlySpan<float> gamma, ReadOnlySpan<float> beta, int inner, float epsilon, bool hasMean)
    {
        for (int start = 0; start < input.Length; start += columns)
        {
            float mean = 0, squares = 0;
            for (int i = 0; hasMean && i < columns; i++)
            {
                mean += input[start + i];
            }

            mean /= columns;
            for (int i = 0; i < columns; i++)
            {
                squares += (input[start + i] - mean) * (input[start + i] - mean);
            }

            float deviation = (float)Math.Sqrt((squares / columns) + epsilon);
            for (int i = 0; i < columns; i++)
            {
                int factor = inner == 0 ? i : (start + i) / inner;
                output[start + i] = ((input[start + i] - mean) / deviation * (gamma.IsEmpty ? 1 : gamma[factor])) + (beta.IsEmpty ? 0 : beta[factor]);
            }
        }
    }

    public static void Values(
        ReadOnlySpan<double> input, Span<double> output, int columns, ReadOnlySpan<double> gamma, ReadOnlySpan<double> beta, int inner, double epsilon, bool hasMean)
    {
        for (int start = 0; start < input.Length; start += columns)
        {
            double mean = 0, squares = 0;
            for (int i = 0; hasMean && i < columns; i++)
            {
                mean += input[start + i];
            }

            mean /= columns;
            for (int i = 0; i < columns; i++)
            {
                squares += (input[start + i] - mean) * (input[start + i] - mean);
            }

            double deviation = Math.Sqrt((squares / columns) + epsilon);
            for (int i = 0; i < columns; i++)
            {
                int factor = inner == 0 ? i : (start + i) / inner;
                output[start + i] = ((input[start + i] - mean) / deviation * (gamma.IsEmpty ? 1 : gamma[factor])) + (beta.IsEmpty ? 0 : beta[factor]);
            }
        }
    }
}
