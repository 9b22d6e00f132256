using NeuralGen;

namespace BakedPenguins;

/// <summary>The body mass of a penguin in kilograms: the network that the sample TrainFromCsv has trained. Its weights are
/// constants of this program.</summary>
[NeuralNetwork("penguins.nn.json")]
public static partial class BodyMass;
