namespace NeuralGen.Compiler.Declarations;

/// <summary>A value that could not be read; the reader has said why, so that nobody needs to miss it.</summary>
internal sealed record DeclaredInvalid : DeclaredValue;
