namespace NeuralGen.Training.Tests.EndToEnd.Networks;

[NeuralNetwork(InputNames = ["size", "legs"], Labels = ["cat", "dog"], Trainable = true, Seed = 1, Loss = LossFunction.CategoricalCrossEntropy)]
[Normalization]
[Dense(2, Activation.Softmax)]
internal sealed partial class Pet;
