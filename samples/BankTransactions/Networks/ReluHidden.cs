using NeuralGen;

namespace BankTransactions.Networks;

/// <summary>Rectified hidden nodes before a linear output.</summary>
[NeuralNetwork(Inputs = 2, Precision = Precision.Double, HiddenActivation = Activation.Relu)]
[Node("node_0", 3, 3)]
[Node("node_1", 1, 5)]
[Node("output", 2, -1)]
public static partial class ReluHidden;
