namespace NeuralGen.Training.Tests.EndToEnd.Networks;

/// <summary>All that has a state or draws random numbers: a normalisation to be learned, dropout, batch normalisation with stored
/// statistics, slopes.</summary>
[NeuralNetwork(Inputs = 3, Trainable = true, Loss = LossFunction.BinaryCrossEntropy)]
[Normalization]
[Dense(12, Activation.Prelu)]
[Dropout(0.25)]
[BatchNormalization(
    Gamma = [1, 1.5, 1, 0.5, 1, 1, 2, 1, 1, 1, 1, 1],
    Mean = [0.5, 0, 0, 0, 0.25, 0, 0, 0, 0, 0, 0, -0.5],
    Variance = [1, 2, 1, 1, 0.5, 1, 1, 1, 1, 3, 1, 1])]
[Dense(9, Activation.Tanh)]
[Dropout(0.1)]
[Dense(1, Activation.Sigmoid)]
internal sealed partial class EveryLayer;
