namespace NeuralGen.Compiler.Declarations;

/// <summary>One of some words.</summary>
/// <param name="Value">Which, in the spelling of JSON files.</param>
internal sealed record DeclaredWord(string Value) : DeclaredValue;
