namespace NeuralGen.Compiler.Declarations;

/// <summary>An input that gets what an output was in the call before.</summary>
/// <param name="Input">The input's name.</param>
/// <param name="Output">The output's name.</param>
internal sealed record StateDeclaration(string Input, string Output);
