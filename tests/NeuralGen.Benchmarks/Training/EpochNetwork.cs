namespace NeuralGen.Benchmarks.Training;

/// <summary>10-100-100-1: the size of many models of tables and signals.</summary>
[NeuralNetwork(Inputs = 10, Trainable = true, Seed = 1)]
[Dense(100, Activation.Relu)]
[Dense(100, Activation.Relu)]
[Dense(1)]
public sealed partial class EpochNetwork;
