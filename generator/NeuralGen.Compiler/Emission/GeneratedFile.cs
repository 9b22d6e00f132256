namespace NeuralGen.Compiler.Emission;

/// <summary>A file of generated code.</summary>
/// <param name="Suffix">What follows the type's name in the file's name.</param>
/// <param name="Text">Its text.</param>
internal sealed record GeneratedFile(string Suffix, string Text);
