using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Tool.Measuring;

/// <summary>Predicts as one would write it by hand: loops over arrays of floats, one layer after the other.</summary>
internal sealed class PlainLoops
{
    private static readonly Dictionary<string, Func<float, float>> Functions = new(StringComparer.Ordinal)
    {
        ["linear"] = value => value,
        ["relu"] = value => value < 0 ? 0 : value,
        ["tanh"] = MathF.Tanh,
        ["sigmoid"] = value => 1 / (1 + MathF.Exp(-value)),
    };

    private readonly List<Func<float[], float[]>> _layers = [];

    private PlainLoops()
    {
    }

    /// <summary>The loops of a network; null where it has other layers than dense ones behind each other.</summary>
    public static PlainLoops? Of(Network network)
    {
        PlainLoops loops = new();
        int tensor = 0;
        foreach (Operation operation in network.Operations)
        {
            if (operation.Inputs.Count != 1 || operation.Inputs[0] != tensor || Layer(operation) is not { } layer)
            {
                return null;
            }

            loops._layers.Add(layer);
            tensor = operation.Output;
        }

        return network.InputCount == 1 && network.OutputTensors.Count == 1 && network.OutputTensor == tensor ? loops : null;
    }

    /// <summary>Predicts a sample.</summary>
    public float[] Predict(float[] input) => _layers.Aggregate(input, (values, layer) => layer(values));

    private static Func<float[], float[]>? Layer(Operation operation)
    {
        switch (operation)
        {
            case DenseOperation { Weights.IsKnown: true } dense:
                float[] weights = Array.ConvertAll(dense.Weights.ToArray(), value => (float)value);
                float[] bias = dense.Bias is { } declared ? Array.ConvertAll(declared.ToArray(), value => (float)value) : new float[dense.Units];
                float[] sums = new float[dense.Units];
                return weights.Length == dense.Units * dense.InputSize ? input => Sums(weights, bias, input, sums) : null;
            case NormalizationOperation { Mean.IsKnown: true } normalization when normalization.Mean.Count > 0:
                float[] mean = Array.ConvertAll(normalization.Mean.ToArray(), value => (float)value);
                float[] scale = Array.ConvertAll(normalization.Scale.ToArray(), value => (float)value);
                return input => input.Length == mean.Length ? Map(input, i => (input[i] - mean[i]) / scale[i]) : input;
            case ActivationOperation activation when Functions.TryGetValue(activation.Function.Name, out Func<float, float>? function):
                return input => Map(input, i => function(input[i]));
            case ActivationOperation { Function.Name: "softmax" }:
                return Softmax;
            default:
                return null;
        }
    }

    private static float[] Sums(float[] weights, float[] bias, float[] input, float[] sums)
    {
        for (int unit = 0; unit < sums.Length; unit++)
        {
            float sum = bias[unit];
            for (int i = 0; i < input.Length; i++)
            {
                sum += weights[(unit * input.Length) + i] * input[i];
            }

            sums[unit] = sum;
        }

        return sums;
    }

    private static float[] Map(float[] input, Func<int, float> function)
    {
        float[] output = new float[input.Length];
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = function(i);
        }

        return output;
    }

    private static float[] Softmax(float[] input)
    {
        float largest = input.Max();
        float[] output = Map(input, i => MathF.Exp(input[i] - largest));
        float sum = output.Sum();
        return Map(output, i => output[i] / sum);
    }
}
