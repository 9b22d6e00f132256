namespace NeuralGen.Training.Mpi.Tests.Networks;

/// <summary>Tells three classes apart, with dropout.</summary>
[NeuralNetwork(Inputs = 4, Trainable = true, Seed = 2, Precision = Precision.Double, Loss = LossFunction.CategoricalCrossEntropy)]
[Normalization]
[Dense(24, Activation.Relu)]
[Dropout(0.3)]
[Dense(3, Activation.Softmax)]
public sealed partial class Kind;
