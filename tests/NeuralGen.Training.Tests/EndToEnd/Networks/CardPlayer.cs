namespace NeuralGen.Training.Tests.EndToEnd.Networks;

/// <summary>Two tensors go in, one of them whole numbers: the value of a hand of cards under a rule.</summary>
[NeuralNetwork(Trainable = true, Seed = 3)]
[Input("rule", 2)]
[Input("cards", 3, Type = ElementType.Long)]
[Embedding(5, 4, Inputs = ["cards"], Name = "table")]
[Flatten(Name = "hand")]
[Concat(Inputs = ["rule", "hand"])]
[Dense(16, Activation.Tanh, Name = "hidden")]
[Dense(1, Name = "head")]
[Output("value", From = "head")]
public sealed partial class CardPlayer;
