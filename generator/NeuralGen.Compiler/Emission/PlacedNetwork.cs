namespace NeuralGen.Compiler.Emission;

/// <summary>A network with its place among those of its project, which is all of them that its code depends on.</summary>
/// <param name="Model">The network.</param>
/// <param name="HintName">The name of its files, without their ends.</param>
/// <param name="TextRoom">How many characters of the assembly's text its numbers can take.</param>
internal sealed record PlacedNetwork(NetworkModel Model, string HintName, int TextRoom);
