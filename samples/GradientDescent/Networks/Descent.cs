using NeuralGen;

namespace GradientDescent.Networks;

/// <summary>The same node as <see cref="Slope"/> with weights that can change.</summary>
[NeuralNetwork(Inputs = 3, Precision = Precision.Double, Trainable = true)]
[Node("output", 0, 2, 1)]
public sealed partial class Descent;
