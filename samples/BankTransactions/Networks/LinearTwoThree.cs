using NeuralGen;

namespace BankTransactions.Networks;

/// <summary>The first worked example: one attribute per layer.</summary>
[NeuralNetwork(Inputs = 2, Precision = Precision.Double)]
[Dense(2, Weights = [1, 1, -1, 1])]
[Dense(1, Weights = [2, -1])]
public static partial class LinearTwoThree;
