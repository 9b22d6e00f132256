namespace NeuralGen;

/// <summary>Declares a transposed convolution over a volume of shape [channels, depth, height, width].</summary>
/// <param name="units">the number of channels of the output, at least 1.</param>
public sealed class ConvTranspose3dAttribute(int units) : TransposedConvolutionAttribute(units);
