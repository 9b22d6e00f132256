namespace NeuralGen.Compiler.Networks;

/// <summary>A class that the network tells apart.</summary>
/// <param name="Text">The label as declared.</param>
/// <param name="Identifier">The name of the enum's member.</param>
internal sealed record Label(string Text, string Identifier);
