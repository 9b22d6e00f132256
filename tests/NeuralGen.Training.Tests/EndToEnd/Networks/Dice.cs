namespace NeuralGen.Training.Tests.EndToEnd.Networks;

/// <summary>Its outputs are equal for the input 0, and the last two always.</summary>
[NeuralNetwork(Inputs = 1, Labels = ["one", "two", "three"], Trainable = true, Loss = LossFunction.CategoricalCrossEntropy)]
[Dense(3, Activation.Softmax, Weights = [-1, 1, 1], Bias = [0, 0, 0])]
internal sealed partial class Dice;
