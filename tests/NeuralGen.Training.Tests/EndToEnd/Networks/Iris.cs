namespace NeuralGen.Training.Tests.EndToEnd.Networks;

/// <summary>Declared by the file of the same name, with labels.</summary>
[NeuralNetwork("Iris.nn.json")]
internal sealed partial class Iris;
