using NeuralGen;

namespace BankTransactions.Networks;

/// <summary>The bank's network for many customers at once, with a rectified output.</summary>
[NeuralNetwork(InputNames = ["children", "accounts"], Precision = Precision.Double, HiddenActivation = Activation.Relu, OutputActivation = Activation.Relu)]
[Node("node_0", 2, 4)]
[Node("node_1", 4, -5)]
[Node("output", 2, 7)]
public static partial class RowsBank;
