namespace NeuralGen.DuckDB.Tests.Networks;

/// <summary>Shows what it gets: 1·a + 10·b + 100·c.</summary>
[NeuralNetwork(InputNames = ["a", "b", "c"])]
[Dense(1, Weights = [1, 10, 100])]
public readonly partial struct Linear;
