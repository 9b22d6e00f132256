using NeuralGen;

namespace RowScorer;

/// <summary>The body mass of a penguin in kilograms. Its weights are constants of this program.</summary>
[NeuralNetwork("penguins.nn.json")]
public static partial class BodyMass;
