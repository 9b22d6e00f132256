using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Declarations.Tests;

/// <summary>The values of one input or output of an example.</summary>
/// <param name="Name">The input or output; null where the example does not name it, since there is only one.</param>
/// <param name="Values">The values, in row-major order; null when they could not be read.</param>
internal sealed record TestTensor(string? Name, NumberArray? Values);
