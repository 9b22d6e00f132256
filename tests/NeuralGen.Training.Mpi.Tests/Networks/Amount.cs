namespace NeuralGen.Training.Mpi.Tests.Networks;

/// <summary>Learns its normalisation, and an amount far from 1.</summary>
[NeuralNetwork(Inputs = 4, Trainable = true, Seed = 1)]
[Normalization]
[Dense(16, Activation.Tanh)]
[Dense(1)]
public sealed partial class Amount;
