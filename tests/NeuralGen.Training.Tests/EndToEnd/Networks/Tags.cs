namespace NeuralGen.Training.Tests.EndToEnd.Networks;

/// <summary>Labels of which a row can have several or none.</summary>
[NeuralNetwork(InputNames = ["a", "b"], OutputNames = ["red", "green", "blue"], Trainable = true, Seed = 1, Loss = LossFunction.BinaryCrossEntropy)]
[Dense(8, Activation.Tanh)]
[Dense(3, Activation.Sigmoid)]
internal sealed partial class Tags;
