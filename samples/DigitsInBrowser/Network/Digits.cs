using NeuralGen;

namespace DigitsInBrowser.Network;

/// <summary>
/// Handwritten digits, 8×8 brightnesses from 0 to 1, by the weights of the sample <c>Digits</c>: what its layers make of a drawing comes out
/// beside the probabilities.
/// </summary>
[NeuralNetwork(
    InputShape = [1, 8, 8],
    Tensors = "digits.safetensors",
    Labels = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"])]
[Conv2d(8, Kernel = 3, Padding = 1, Activation = Activation.Relu, Name = "conv1")]
[Conv2d(16, Kernel = 3, Padding = 1, Activation = Activation.Relu, Name = "conv2")]
[MaxPool2d(2)]
[Conv2d(32, Kernel = 3, Padding = 1, Activation = Activation.Relu, Name = "conv3")]
[MaxPool2d(2)]
[Flatten]
[Dense(10, Activation.Softmax, Name = "fc")]
[Output("edges", From = "conv1")]
[Output("strokes", From = "conv2")]
[Output("parts", From = "conv3")]
[Output("probabilities", From = "fc")]
public static partial class Digits;
