using NeuralGen;

namespace GradientDescent.Networks;

/// <summary>Two hidden nodes; the loss is the squared error.</summary>
[NeuralNetwork(Inputs = 2, Precision = Precision.Double, HiddenActivation = Activation.Relu, OutputActivation = Activation.Relu)]
[Node("node_0", 2, 1)]
[Node("node_1", 1, 2)]
[Node("output", 1, 1)]
public static partial class FirstModel;
