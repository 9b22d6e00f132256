namespace NeuralGen.Training.Tests.EndToEnd.Networks;

/// <summary>The mass of penguins in kilograms.</summary>
[NeuralNetwork(Inputs = 11, Trainable = true)]
[Normalization]
[Dense(32, Activation.Relu)]
[Dense(32, Activation.Relu)]
[Dense(1, Bias = [4.2])]
internal sealed partial class BodyMass;
