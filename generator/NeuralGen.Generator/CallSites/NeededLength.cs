namespace NeuralGen.Generator.CallSites;

/// <summary>The length that a parameter needs.</summary>
/// <param name="Value">The length, or for a batch that of a row.</param>
/// <param name="Constant">The constant of the network that says so.</param>
/// <param name="IsRows">Whether any number of rows will do.</param>
internal sealed record NeededLength(int Value, string Constant, bool IsRows);
