using NeuralGen;

namespace GradientDescent.Networks;

/// <summary>One node with three weights, baked in: its slope is known without training.</summary>
[NeuralNetwork(Inputs = 3, Precision = Precision.Double)]
[Node("output", 0, 2, 1)]
public static partial class Slope;
