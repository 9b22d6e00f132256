using NeuralGen;

namespace BankTransactions.Networks;

/// <summary>Two hidden layers of two nodes each.</summary>
[NeuralNetwork(InputNames = ["children", "accounts"], Precision = Precision.Double, HiddenActivation = Activation.Relu)]
[Node("node_0_0", 2, 4)]
[Node("node_0_1", 4, -5)]
[Node("node_1_0", -1, 2)]
[Node("node_1_1", 1, 2)]
[Node("output", 2, 7)]
public static partial class TwoHiddenLayers;
