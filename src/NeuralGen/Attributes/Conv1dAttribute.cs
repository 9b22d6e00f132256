namespace NeuralGen;

/// <summary>Declares a convolution over a sequence of shape [channels, length].</summary>
/// <param name="units">the number of channels of the output, at least 1.</param>
public sealed class Conv1dAttribute(int units) : ConvolutionAttribute(units);
