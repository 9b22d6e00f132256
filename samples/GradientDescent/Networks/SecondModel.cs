using NeuralGen;

namespace GradientDescent.Networks;

/// <summary><see cref="FirstModel"/> with two weights changed, which makes the mean error of the rows larger.</summary>
[NeuralNetwork(Inputs = 2, Precision = Precision.Double, HiddenActivation = Activation.Relu, OutputActivation = Activation.Relu)]
[Node("node_0", 2, 1)]
[Node("node_1", 1, 1.5)]
[Node("output", 1, 1.5)]
public static partial class SecondModel;
