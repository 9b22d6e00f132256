namespace NeuralGen.Training.Tests.EndToEnd.Networks;

[NeuralNetwork(Inputs = 1, Labels = ["no", "yes"], Trainable = true, Loss = LossFunction.BinaryCrossEntropy)]
[Dense(1, Activation.Sigmoid, Weights = [1], Bias = [0])]
internal sealed partial class Coin;
