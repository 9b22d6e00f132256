namespace NeuralGen.Training.Tests.EndToEnd.Networks;

/// <summary>One output for two labels: the probability of the second.</summary>
[NeuralNetwork(InputNames = ["size", "legs"], Labels = ["cat", "dog"], Trainable = true, Seed = 1, Loss = LossFunction.BinaryCrossEntropy)]
[Normalization]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class PetProbability;
