namespace NeuralGen.Training.Tests.EndToEnd.Networks;

/// <summary><see cref="XorSingle"/> but for an activation.</summary>
[NeuralNetwork(Inputs = 2, Trainable = true, Loss = LossFunction.BinaryCrossEntropy)]
[Dense(8, Activation.Relu)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class XorRelu;
