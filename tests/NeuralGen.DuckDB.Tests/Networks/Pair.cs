namespace NeuralGen.DuckDB.Tests.Networks;

/// <summary>Two outputs without names.</summary>
[NeuralNetwork(Inputs = 2)]
[Dense(2, Weights = [1, 0, 0, 2])]
public sealed partial class Pair;
