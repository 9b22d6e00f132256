namespace NeuralGen.Benchmarks.Candidates;

/// <summary>Dense layers over arrays of rows of weights, forward and backward.</summary>
internal sealed class HandwrittenNetwork<TArithmetic>(Problem problem)
    where TArithmetic : struct, IArithmetic
{
    private readonly float[][] _values = [.. problem.LayerSizes.Select(size => new float[size])];
    private readonly float[][] _errors = [.. problem.LayerSizes.Select(size => new float[size])];

    /// <summary>Computes the outputs of a row.</summary>
    public ReadOnlySpan<float> Predict(int row)
    {
        ReadOnlySpan<float> inputs = problem.InputsOf(row);
        if (problem.Network.Normalization is { } normalization)
        {
            TArithmetic.Normalize(inputs, normalization.Mean, normalization.Scale, _values[0]);
        }
        else
        {
            inputs.CopyTo(_values[0]);
        }

        for (int layer = 0; layer < problem.Weights.Length; layer++)
        {
            float[][] weights = problem.Weights[layer];
            float[] bias = problem.Bias[layer];
            float[] input = _values[layer];
            float[] output = _values[layer + 1];
            bool hidden = layer < problem.Weights.Length - 1;
            for (int unit = 0; unit < weights.Length; unit++)
            {
                float sum = TArithmetic.Dot(weights[unit], input) + bias[unit];
                output[unit] = hidden && sum < 0 ? 0 : sum;
            }
        }

        return _values[^1];
    }

    /// <summary>Adds the gradient of the mean squared error of a row, scaled, in the order of the parameters.</summary>
    public void AddGradient(int row, float scale, Span<float> gradient)
    {
        ReadOnlySpan<float> output = Predict(row);
        for (int unit = 0; unit < output.Length; unit++)
        {
            _errors[^1][unit] = 2 * scale / output.Length * (output[unit] - problem.Targets[(row * output.Length) + unit]);
        }

        int end = gradient.Length;
        for (int layer = problem.Weights.Length - 1; layer >= 0; layer--)
        {
            int inputs = _values[layer].Length;
            int units = _values[layer + 1].Length;
            Span<float> own = gradient[(end - (units * (inputs + 1)))..end];
            end -= own.Length;
            AddLayer(layer, own[..(units * inputs)], own[(units * inputs)..]);
        }
    }

    private void AddLayer(int layer, Span<float> weightGradient, Span<float> biasGradient)
    {
        float[] input = _values[layer];
        float[] error = _errors[layer + 1];
        float[] inputError = _errors[layer];
        Array.Clear(inputError);
        for (int unit = 0; unit < error.Length; unit++)
        {
            // The slope of ReLU; the output layer is linear.
            if (layer < problem.Weights.Length - 1 && _values[layer + 1][unit] <= 0)
            {
                continue;
            }

            biasGradient[unit] += error[unit];
            TArithmetic.AddScaled(input, error[unit], weightGradient.Slice(unit * input.Length, input.Length));
            if (layer > 0)
            {
                TArithmetic.AddScaled(problem.Weights[layer][unit], error[unit], inputError);
            }
        }
    }
}
