using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Declarations;

/// <summary>An example from the file that the network must reproduce.</summary>
/// <param name="Input">What goes in; null when it could not be read.</param>
/// <param name="Output">What must come out; null when it could not be read.</param>
/// <param name="Tolerance">The largest difference allowed, relative to the larger of 1 and the expected value; null for the default.</param>
internal sealed record TestVector(NumberArray? Input, NumberArray? Output, double? Tolerance);
