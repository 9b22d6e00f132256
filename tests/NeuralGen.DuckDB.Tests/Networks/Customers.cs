namespace NeuralGen.DuckDB.Tests.Networks;

/// <summary>One probability of the second of two labels.</summary>
[NeuralNetwork(InputNames = ["children", "accounts"], Labels = ["few", "a great many more"])]
[Dense(2, Activation.Relu, Weights = [2, 4, 4, -5])]
[Dense(1, Activation.Sigmoid, Weights = [0.2, 0.7], Bias = [-4])]
public sealed partial class Customers;
