using NeuralGen;

namespace BankTransactions.Networks;

/// <summary>The bank's network with rectified nodes: one attribute per layer.</summary>
[NeuralNetwork(InputNames = ["children", "accounts"], Precision = Precision.Double)]
[Dense(2, Activation.Relu, Weights = [2, 4, 4, -5])]
[Dense(1, Weights = [2, 7])]
public static partial class ReluBank;
