using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Declarations.Tests;

/// <summary>An example from the file that the network must reproduce.</summary>
/// <param name="Inputs">What goes in.</param>
/// <param name="Outputs">What must come out.</param>
/// <param name="Tolerance">The largest difference allowed, relative to the larger of 1 and the expected value; null for the default.</param>
internal sealed record TestVector(EquatableArray<TestTensor> Inputs, EquatableArray<TestTensor> Outputs, double? Tolerance);
