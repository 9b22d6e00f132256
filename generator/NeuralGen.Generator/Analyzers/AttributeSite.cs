namespace NeuralGen.Generator.Analyzers;

/// <summary>An attribute on a type that may name a file.</summary>
/// <param name="Attribute">The attribute's name as it is written, without what stands before the last dot.</param>
/// <param name="Type">The name of the type.</param>
/// <param name="File">The file, when it is written as a literal.</param>
internal sealed record AttributeSite(string Attribute, string Type, string? File);
