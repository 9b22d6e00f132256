namespace NeuralGen.DuckDB.Tests.Networks;

/// <summary>Shows what it gets, digit by digit.</summary>
[NeuralNetwork(Inputs = 1, Precision = Precision.Double)]
[Dense(1, Weights = [1])]
public sealed partial class LinearDouble;
