namespace NeuralGen.Training.Mpi.Tests.Networks;

/// <summary>The same in double precision.</summary>
[NeuralNetwork(Inputs = 4, Trainable = true, Seed = 1, Precision = Precision.Double)]
[Normalization]
[Dense(16, Activation.Tanh)]
[Dense(1)]
public sealed partial class AmountDouble;
