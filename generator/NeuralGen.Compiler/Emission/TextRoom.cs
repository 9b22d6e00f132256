namespace NeuralGen.Compiler.Emission;

/// <summary>What is left of an assembly's text for a network whose numbers do not all fit.</summary>
/// <param name="FullName">The full name of its type.</param>
/// <param name="Characters">How many characters its numbers can take.</param>
internal sealed record TextRoom(string FullName, int Characters);
