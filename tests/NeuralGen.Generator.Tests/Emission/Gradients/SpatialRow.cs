namespace NeuralGen.Generator.Tests.Emission.Gradients;

/// <summary>What PyTorch computed for one row of a network with spatial layers.</summary>
/// <param name="Input">The input.</param>
/// <param name="Target">The target.</param>
/// <param name="Output">The output.</param>
/// <param name="Loss">The mean squared error.</param>
/// <param name="Gradient">Its derivatives with respect to all parameters, in the order of <c>Parameters</c>.</param>
/// <param name="InputGradient">Its derivatives with respect to the input.</param>
internal sealed record SpatialRow(double[] Input, double[] Target, double[] Output, double Loss, double[] Gradient, double[] InputGradient)
{
    /// <summary>The derivatives of the loss with respect to the input, from those of a network's outputs.</summary>
    /// <param name="output">The network's output.</param>
    /// <param name="jacobian">The derivatives of the outputs with respect to the input, a row per output.</param>
    public double[] Pull(double[] output, double[] jacobian)
    {
        double[] result = new double[Input.Length];
        for (int i = 0; i < output.Length; i++)
        {
            double slope = 2 * (output[i] - Target[i]) / output.Length;
            for (int j = 0; j < result.Length; j++)
            {
                result[j] += slope * jacobian[(i * result.Length) + j];
            }
        }

        return result;
    }
}
