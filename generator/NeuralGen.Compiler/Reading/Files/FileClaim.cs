namespace NeuralGen.Compiler.Reading.Files;

/// <summary>A file as an attribute names it.</summary>
/// <param name="File">What the attribute says.</param>
/// <param name="Type">The name of the type that has it.</param>
internal sealed record FileClaim(string File, string Type);
