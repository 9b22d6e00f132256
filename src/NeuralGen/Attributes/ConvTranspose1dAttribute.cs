namespace NeuralGen;

/// <summary>Declares a transposed convolution over a sequence of shape [channels, length].</summary>
/// <param name="units">the number of channels of the output, at least 1.</param>
public sealed class ConvTranspose1dAttribute(int units) : TransposedConvolutionAttribute(units);
