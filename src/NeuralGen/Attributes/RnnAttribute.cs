namespace NeuralGen;

/// <summary>Declares a recurrent layer: h' = activation(W·x + b + U·h + c), step by step (Elman 1990; PyTorch's RNN).</summary>
/// <param name="units">the number of values of the hidden state, at least 1.</param>
public sealed class RnnAttribute(int units) : RecurrentAttribute(units);
