namespace NeuralGen.DuckDB.Tests.Networks;

/// <summary>Two outputs with names.</summary>
[NeuralNetwork(Inputs = 2, OutputNames = ["sum", "the difference"])]
[Dense(2, Weights = [1, 1, 1, -1])]
public sealed partial class NamedPair;
