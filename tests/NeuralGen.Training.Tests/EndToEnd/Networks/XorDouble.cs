namespace NeuralGen.Training.Tests.EndToEnd.Networks;

[NeuralNetwork(Inputs = 2, Trainable = true, Precision = Precision.Double, Loss = LossFunction.BinaryCrossEntropy)]
[Dense(8, Activation.Tanh)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class XorDouble;
