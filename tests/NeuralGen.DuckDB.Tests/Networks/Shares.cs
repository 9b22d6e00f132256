namespace NeuralGen.DuckDB.Tests.Networks;

/// <summary>Three outputs with labels, in double precision.</summary>
[NeuralNetwork(InputNames = ["a", "b"], Labels = ["low", "middle", "a label longer than DuckDB keeps in place"], Precision = Precision.Double)]
[Dense(3, Activation.Softmax, Weights = [-1, 0, 0, 0, 1, 0.5])]
public sealed partial class Shares;
