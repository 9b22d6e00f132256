using NeuralGen;

namespace GradientDescent.Networks;

/// <summary><see cref="BeforeChange"/> with one weight changed, which leaves no error.</summary>
[NeuralNetwork(Inputs = 2, Precision = Precision.Double, HiddenActivation = Activation.Relu, OutputActivation = Activation.Relu, Loss = LossFunction.MeanAbsoluteError)]
[Node("node_0", 2, 1)]
[Node("node_1", 1, 0)]
[Node("output", 1, 1)]
public static partial class AfterChange;
