using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Declarations;

/// <summary>A list of numbers; weights in attributes are one, row behind row.</summary>
/// <param name="Values">The numbers.</param>
internal sealed record DeclaredNumbers(NumberArray Values) : DeclaredValue;
