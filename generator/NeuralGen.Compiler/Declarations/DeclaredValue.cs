namespace NeuralGen.Compiler.Declarations;

/// <summary>The value of a layer's argument.</summary>
internal abstract record DeclaredValue;
