using Microsoft.CodeAnalysis;

namespace NeuralGen.Generator.CallSites;

/// <summary>A span that a call passes, whose length is known.</summary>
/// <param name="Parameter">The parameter that gets it.</param>
/// <param name="Length">Its length.</param>
/// <param name="Needed">The length that the parameter needs.</param>
/// <param name="Argument">Where the call passes it.</param>
internal sealed record PassedSpan(string Parameter, long Length, NeededLength Needed, SyntaxNode Argument);
