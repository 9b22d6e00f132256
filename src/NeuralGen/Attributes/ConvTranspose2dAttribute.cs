namespace NeuralGen;

/// <summary>Declares a transposed convolution over an image of shape [channels, height, width].</summary>
/// <param name="units">the number of channels of the output, at least 1.</param>
public sealed class ConvTranspose2dAttribute(int units) : TransposedConvolutionAttribute(units);
