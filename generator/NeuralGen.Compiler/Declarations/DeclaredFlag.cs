namespace NeuralGen.Compiler.Declarations;

/// <summary>True or false.</summary>
/// <param name="Value">Which.</param>
internal sealed record DeclaredFlag(bool Value) : DeclaredValue;
