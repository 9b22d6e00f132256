using NeuralGen.Generator.Networks;

namespace NeuralGen.Generator.Declarations;

/// <summary>A list of numbers; weights in attributes are one, row behind row.</summary>
/// <param name="Values">The numbers.</param>
internal sealed record DeclaredNumbers(NumberArray Values) : DeclaredValue;
