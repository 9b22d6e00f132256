namespace NeuralGen.Training.Tests.EndToEnd.Networks;

[NeuralNetwork(InputNames = ["x", "y"], Trainable = true, Loss = LossFunction.BinaryCrossEntropy)]
[Dense(32, Activation.Tanh)]
[Dense(32, Activation.Relu)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class Spirals;
