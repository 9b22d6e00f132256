using NeuralGen;

namespace BankTransactions.Networks;

/// <summary>How many transactions a customer makes, from the number of children and of accounts: one attribute per node.</summary>
[NeuralNetwork(InputNames = ["children", "accounts"], Precision = Precision.Double)]
[Node("node_0", 2, 4)]
[Node("node_1", 4, -5)]
[Node("output", 2, 7)]
public static partial class LinearBank;
