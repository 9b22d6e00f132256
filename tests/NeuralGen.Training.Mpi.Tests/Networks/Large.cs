namespace NeuralGen.Training.Mpi.Tests.Networks;

/// <summary>What is timed: 4-256-256-1.</summary>
[NeuralNetwork(Inputs = 4, Trainable = true, Seed = 1)]
[Normalization]
[Dense(256, Activation.Relu)]
[Dense(256, Activation.Relu)]
[Dense(1)]
public sealed partial class Large;
