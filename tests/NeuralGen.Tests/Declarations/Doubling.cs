namespace NeuralGen.Tests;

/// <summary>The smallest network, written by hand: output = 2·input.</summary>
internal sealed class Doubling : INeuralNetwork<Doubling, double>
{
    public static int InputSize => 1;

    public static int OutputSize => 1;

    public static int ParameterCount => 1;

    public static ReadOnlySpan<string> InputNames => new[] { "half" };

    public static ReadOnlySpan<string> OutputNames => new[] { "whole" };

    public static ReadOnlySpan<string> LabelNames => new[] { "odd", "even" };

    public static ReadOnlySpan<double> Parameters => [2.0];

    public static void Predict(ReadOnlySpan<double> input, Span<double> output) => output[0] = 2 * input[0];

    public static void PredictBatch(ReadOnlySpan<double> inputs, Span<double> outputs)
    {
        for (int row = 0; row < inputs.Length; row++)
        {
            outputs[row] = 2 * inputs[row];
        }
    }
}
