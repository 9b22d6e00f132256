using NeuralGen.Benchmarks.Candidates;

namespace NeuralGen.Benchmarks.Accuracy;

/// <summary>Dense layers in double precision, forward and backward, over the same numbers that are computed with in single
/// precision.</summary>
internal sealed class ReferenceNetwork(Problem problem)
{
    private readonly double[][] _values = [.. problem.LayerSizes.Select(size => new double[size])];
    private readonly double[][] _errors = [.. problem.LayerSizes.Select(size => new double[size])];

    /// <summary>Computes the outputs of a row.</summary>
    public ReadOnlySpan<double> Predict(int row)
    {
        for (int i = 0; i < _values[0].Length; i++)
        {
            double input = problem.Inputs[(row * _values[0].Length) + i];
            _values[0][i] = problem.Network.Normalization is { } normalization
                ? (input - normalization.Mean[i]) / normalization.Scale[i]
                : input;
        }

        for (int layer = 0; layer < problem.Weights.Length; layer++)
        {
            for (int unit = 0; unit < problem.Weights[layer].Length; unit++)
            {
                double sum = problem.Bias[layer][unit];
                float[] weights = problem.Weights[layer][unit];
                for (int i = 0; i < weights.Length; i++)
                {
                    sum += weights[i] * _values[layer][i];
                }

                bool hidden = layer < problem.Weights.Length - 1;
                _values[layer + 1][unit] = hidden ? Math.Max(sum, 0) : sum;
            }
        }

        return _values[^1];
    }

    /// <summary>Adds the gradient of the mean squared error of a row, scaled, in the order of the parameters.</summary>
    public void AddGradient(int row, double scale, Span<double> gradient)
    {
        ReadOnlySpan<double> output = Predict(row);
        for (int unit = 0; unit < output.Length; unit++)
        {
            _errors[^1][unit] = 2 * scale / output.Length * (output[unit] - problem.Targets[(row * output.Length) + unit]);
        }

        int end = gradient.Length;
        for (int layer = problem.Weights.Length - 1; layer >= 0; layer--)
        {
            int inputs = _values[layer].Length;
            int units = _values[layer + 1].Length;
            int start = end - (units * (inputs + 1));
            AddLayer(layer, gradient.Slice(start, units * inputs), gradient.Slice(end - units, units));
            end = start;
        }
    }

    private void AddLayer(int layer, Span<double> weightGradient, Span<double> biasGradient)
    {
        Array.Clear(_errors[layer]);
        for (int unit = 0; unit < biasGradient.Length; unit++)
        {
            // The slope of ReLU; the output layer is linear.
            if (layer < problem.Weights.Length - 1 && _values[layer + 1][unit] <= 0)
            {
                continue;
            }

            double error = _errors[layer + 1][unit];
            float[] weights = problem.Weights[layer][unit];
            biasGradient[unit] += error;
            for (int i = 0; i < weights.Length; i++)
            {
                weightGradient[(unit * weights.Length) + i] += error * _values[layer][i];
                _errors[layer][i] += error * weights[i];
            }
        }
    }
}
