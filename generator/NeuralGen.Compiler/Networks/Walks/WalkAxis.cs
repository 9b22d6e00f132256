namespace NeuralGen.Compiler.Networks.Walks;

/// <summary>An axis of a walk.</summary>
/// <param name="Size">How many positions it has.</param>
/// <param name="Inner">How many values are met between two neighbours along it.</param>
/// <param name="Step">How far apart the two lie; 0 where it is the same one.</param>
internal readonly record struct WalkAxis(int Size, int Inner, int Step);
