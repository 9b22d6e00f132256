using NeuralGen.Compiler.Networks.Numbers;

namespace NeuralGen.Compiler.Networks;

/// <summary>A block of the values that training would change, in the order of the <c>Parameters</c> property.</summary>
/// <param name="Layer">The layer it belongs to.</param>
/// <param name="Name">What it is: weights, bias, gamma, beta or slopes.</param>
/// <param name="Values">The values, row-major.</param>
internal sealed record Parameter(string Layer, string Name, NetworkNumbers Values);
