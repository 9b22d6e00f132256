namespace NeuralGen.Tests;

/// <summary>A declaration with every layer, as a user writes it.</summary>
[NeuralNetwork(
    Inputs = 2, InputNames = ["children", "accounts"], OutputNames = ["no", "yes"], Labels = ["refuse", "grant"],
    Precision = Precision.Double, HiddenActivation = Activation.Relu, OutputActivation = Activation.Linear,
    Loss = LossFunction.CategoricalCrossEntropy, LossDelta = 2, Emission = Emission.Unrolled, Seed = 7)]
[Normalization(Mean = [1, 2], Scale = [3, 4])]
[Dense(2, Activation.LeakyRelu, Weights = [2, 4, 4, -5], Bias = [0.5, -0.5], Alpha = 0.1, Name = "hidden")]
[BatchNormalization(Gamma = [1, 1], Beta = [0, 0], Mean = [0, 0], Variance = [1, 1], Epsilon = 1e-3)]
[LayerNormalization(Gamma = [1, 1], Beta = [0, 0])]
[Dropout(0.25)]
[Dense(2, Weights = [2, 7, 1, 1], UseBias = false)]
[Activation(Activation.Prelu, Slopes = [0.2, 0.3])]
[Activation(Activation.Softmax)]
internal static partial class EveryLayer;
