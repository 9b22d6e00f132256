using NeuralGen;

namespace BankTransactions.Networks;

/// <summary>The same network as <see cref="ReluBank"/>, one attribute per node.</summary>
[NeuralNetwork(InputNames = ["children", "accounts"], Precision = Precision.Double, HiddenActivation = Activation.Relu)]
[Node("node_0", 2, 4)]
[Node("node_1", 4, -5)]
[Node("output", 2, 7)]
public static partial class ReluBankByNodes;
