using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Declarations;

/// <summary>A list of rows of numbers, each with a length of its own until it is checked.</summary>
/// <param name="Rows">The rows.</param>
internal sealed record DeclaredRows(EquatableArray<NumberArray> Rows) : DeclaredValue;
