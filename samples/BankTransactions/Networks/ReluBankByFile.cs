using NeuralGen;

namespace BankTransactions.Networks;

/// <summary>The same network as <see cref="ReluBank"/>, with its weights in a file.</summary>
[NeuralNetwork("relu_bank.nn.json")]
public sealed partial class ReluBankByFile;
