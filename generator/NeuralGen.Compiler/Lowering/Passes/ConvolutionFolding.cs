using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Passes;

/// <summary>Puts the factors and offsets of a normalisation into the weights of the convolution before it.</summary>
internal static class ConvolutionFolding
{
    /// <summary>The convolution whose sums are scaled and shifted; null where they are not by unit.</summary>
    /// <param name="convolution">The convolution.</param>
    /// <param name="affine">What follows it.</param>
    /// <param name="numbers">Receives the new numbers.</param>
    public static ConvolutionOperation? Back(ConvolutionOperation convolution, AffineOperation affine, NumberIds numbers)
    {
        ChannelMap units = new(convolution.Units, convolution.AreChannelsLast ? 1 : convolution.OutputPixels);
        if (affine.Channels != units)
        {
            return null;
        }

        double[] weights = convolution.Weights.ToArray();
        double[] bias = new double[convolution.Units];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] *= affine.Scale[convolution.UnitOf(i)];
        }

        for (int unit = 0; unit < bias.Length; unit++)
        {
            bias[unit] = (((convolution.Bias?[unit] ?? 0) - affine.Center[unit]) * affine.Scale[unit]) + affine.Offset[unit];
        }

        return convolution with
        {
            Weights = numbers.Add(new NumberArray(weights)),
            Bias = numbers.Add(new NumberArray(bias)),
            FoldedLayers = convolution.FoldedLayers.Append(affine.Layer).ToEquatableArray(),
        };
    }
}
