namespace NeuralGen.Generator.Tests.Emission.Gradients;

/// <summary>What PyTorch computed for one row.</summary>
/// <param name="Input">The input.</param>
/// <param name="Target">The target.</param>
/// <param name="Output">The output.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Gradient">Its derivatives with respect to all parameters, in the order of <c>Parameters</c>.</param>
/// <param name="Jacobian">The derivatives of the outputs with respect to the inputs, a row per output.</param>
internal sealed record PyTorchRow(double[] Input, double[] Target, double[] Output, double Loss, double[] Gradient, double[] Jacobian);
