namespace NeuralGen.Compiler.Layers;

/// <summary>An argument that a kind of layer takes.</summary>
/// <param name="Name">Its name in the spelling of JSON files; attributes have it in PascalCase.</param>
/// <param name="Kind">What sort of value it takes.</param>
/// <param name="ListName">The name of the attribute's property that holds a list, where a list and a number are properties of their
/// own; null for others.</param>
internal sealed record ArgumentDescriptor(string Name, ArgumentKind Kind, string? ListName = null);
