using NeuralGen;

namespace Digits;

/// <summary>The same network, whose weights are found by this program.</summary>
[NeuralNetwork(
    InputShape = [1, 8, 8],
    Trainable = true,
    Labels = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
    Loss = LossFunction.CategoricalCrossEntropy)]
[Conv2d(8, Kernel = 3, Padding = 1, Activation = Activation.Relu, Name = "conv1")]
[Conv2d(16, Kernel = 3, Padding = 1, Activation = Activation.Relu, Name = "conv2")]
[MaxPool2d(2)]
[Conv2d(32, Kernel = 3, Padding = 1, Activation = Activation.Relu, Name = "conv3")]
[MaxPool2d(2)]
[Flatten]
[Dropout(0.2)]
[Dense(10, Activation.Softmax, Name = "fc")]
public sealed partial class TrainedHere;
