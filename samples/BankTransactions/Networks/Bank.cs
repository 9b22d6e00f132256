using NeuralGen;

namespace BankTransactions.Networks;

[NeuralNetwork(Inputs = 2)]
[Dense(2, Activation.Relu, Weights = [2, 4,   4, -5])]
[Dense(1, Weights = [2, 7])]
public sealed partial class Bank;
