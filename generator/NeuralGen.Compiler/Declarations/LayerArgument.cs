namespace NeuralGen.Compiler.Declarations;

/// <summary>Something that is said of a layer.</summary>
/// <param name="Name">The argument's name in the spelling of JSON files.</param>
/// <param name="Value">Its value.</param>
internal sealed record LayerArgument(string Name, DeclaredValue Value);
