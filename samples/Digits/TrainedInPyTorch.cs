using NeuralGen;

namespace Digits;

/// <summary>Handwritten digits, 8×8 pixels from 0 to 1, by the weights that <c>Training/train.py</c> found in PyTorch: layers take theirs
/// from the file by the names of the modules, and the build checks every shape.</summary>
[NeuralNetwork(
    InputShape = [1, 8, 8],
    Tensors = "digits.safetensors",
    Labels = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
    Loss = LossFunction.CategoricalCrossEntropy)]
[Conv2d(8, Kernel = 3, Padding = 1, Activation = Activation.Relu, Name = "conv1")]
[Conv2d(16, Kernel = 3, Padding = 1, Activation = Activation.Relu, Name = "conv2")]
[MaxPool2d(2)]
[Conv2d(32, Kernel = 3, Padding = 1, Activation = Activation.Relu, Name = "conv3")]
[MaxPool2d(2)]
[Flatten]
[Dense(10, Activation.Softmax, Name = "fc")]
public sealed partial class TrainedInPyTorch;
