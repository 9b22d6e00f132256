using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Declarations;

/// <summary>A node as declared.</summary>
/// <param name="Name">Its name, which says its layer and position.</param>
/// <param name="Weights">A weight per node before it; null when they could not be read.</param>
/// <param name="Bias">Its bias, null when it has none.</param>
internal sealed record NodeDeclaration(string Name, NumberArray? Weights, double? Bias);
