using NeuralGen;

namespace BankTransactions.Networks;

/// <summary>Two hidden layers with other weights: one attribute per layer.</summary>
[NeuralNetwork(InputNames = ["children", "accounts"], Precision = Precision.Double)]
[Dense(2, Activation.Relu, Weights = [2, 4, 4, -5])]
[Dense(2, Activation.Relu, Weights = [-1, 1, 2, 2])]
[Dense(1, Weights = [-3, 7])]
public static partial class TwoHiddenLayersOtherWeights;
