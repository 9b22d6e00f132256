namespace NeuralGen.Generator.Tests.Documentation;

/// <summary>Code in a page.</summary>
/// <param name="Language">The first word behind the fence.</param>
/// <param name="Marker">The second: how the block is checked where it is no program of its own.</param>
/// <param name="Line">The line of the fence, from 1.</param>
/// <param name="Text">The lines, each with its end.</param>
internal sealed record CodeBlock(string Language, string Marker, int Line, string Text);
