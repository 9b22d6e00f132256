using NeuralGen.Compiler.Declarations;

namespace NeuralGen.Generator.Reading.Attributes;

/// <summary>What the attributes on a type say.</summary>
/// <param name="Declaration">The declaration.</param>
/// <param name="File">The file that holds the rest of it; null when there is none.</param>
internal sealed record AttributedDeclaration(NetworkDeclaration Declaration, string? File);
